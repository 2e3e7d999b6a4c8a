from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.pages.placement import check_placement
from content.publishing.models import Publishable
from content.publishing.rich_text import rich_text_field

from .page_choices import FIXED, IS_AT_ITS_ADDRESS, IS_FIXED, Kind, Menu, Policy
from .page_queryset import PageQuerySet
from .reviewed import Reviewed


class Page(Reviewed, Publishable):
    Kind = Kind
    Policy = Policy
    Menu = Menu
    FIXED = FIXED

    # Of the pages below a page none may go unseen: they are moved or deleted first.
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("page above"),
        blank=True,
        null=True,
        related_name="children",
    )
    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=Kind,
        default=Kind.ARTICLE,
        help_text=_("Decides what the page shows below its text."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        blank=True,
        help_text=_(
            "The last part of the page's address, the same in both languages. "
            "Example: “handleplaner”."
        ),
    )
    path = models.CharField(_("path"), max_length=500, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=120, help_text=_("Example: “Strategy”."))
    lead = models.TextField(
        _("lead"),
        max_length=400,
        blank=True,
        help_text=_(
            "One or two sentences that say what the page holds. "
            "Example: “Here you can read the city's strategy.”"
        ),
    )
    body = rich_text_field(_("text"), blank=True)
    neutral_title = models.CharField(
        _("neutral title"),
        max_length=120,
        blank=True,
        help_text=_(
            "Shown in the browser's tab and history instead of the title, for those "
            "who share a device. Example: “Advice – City of Copenhagen”."
        ),
    )
    policy = models.CharField(
        _("status of the policy"),
        max_length=12,
        choices=Policy,
        blank=True,
        help_text=_("For strategies and plans. A banner tells readers of old policy."),
    )
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        related_name="replaces",
    )
    menu = models.CharField(_("menu"), max_length=8, choices=Menu, default=Menu.NONE)
    position = models.PositiveIntegerField(
        _("position"), default=10, help_text=_("Low numbers come first in the menu.")
    )

    objects = PageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["path"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        indexes = [
            models.Index(fields=["menu", "position"]),
            # Few are: of an index on all pages a planner thinks that each key has many.
            models.Index(
                fields=["replaced_by"],
                name="pages_page_replaced",
                condition=models.Q(replaced_by__isnull=False),
            ),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            *Reviewed.Meta.constraints,
            # SQLite can't treat two empty parents as equal, so that is a rule of its own.
            models.UniqueConstraint(
                fields=["parent", "slug"],
                name="pages_page_one_slug_below_a_page",
                violation_error_message=_("Another page here has this address already."),
            ),
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(parent__isnull=True),
                name="pages_page_one_slug_at_the_top",
                violation_error_message=_("Another page here has this address already."),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=IS_FIXED,
                name="pages_page_one_of_each_fixed_kind",
                violation_error_message=_("There can be only one page of this kind."),
            ),
            models.CheckConstraint(
                condition=IS_AT_ITS_ADDRESS | ~IS_FIXED,
                name="pages_page_fixed_kind_keeps_its_address",
                violation_error_message=_("A page of this kind can't be moved."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind="home") | ~models.Q(slug=""),
                name="pages_page_only_the_front_page_lacks_a_slug",
                violation_error_message=_("Write an address for the page."),
            ),
            models.CheckConstraint(
                condition=models.Q(policy="replaced", replaced_by__isnull=False)
                | (~models.Q(policy="replaced") & models.Q(replaced_by__isnull=True)),
                name="pages_page_replaced_names_its_successor",
                violation_error_message=_(
                    "Choose the page that replaces this one, and the status “replaced by”."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(replaced_by__isnull=True)
                | ~models.Q(replaced_by=models.F("id")),
                name="pages_page_does_not_replace_itself",
                violation_error_message=_("A page can't replace itself."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("pages:page", kwargs={"path": self.path.lstrip("/")})

    def clean(self):
        check_placement(self)
        super().clean()
        # For the constraints on it, which are checked next.
        self.path = self.build_path()

    def save(self, *args, **kwargs):
        before = self.stored_path()
        self.path = self.build_path()
        super().save(*args, **kwargs)
        if before not in {None, self.path}:
            Page.objects.move(before, self.path)

    def stored_path(self):
        """Where the page stands in the database; None when it is not there yet."""
        if self.pk is None:
            return None
        return Page.objects.filter(pk=self.pk).values_list("path", flat=True).first()

    def build_path(self):
        """The address that follows from the parent and the slug."""
        if self.kind == self.Kind.HOME:
            return "/"
        above = self.parent.path if self.parent else "/"
        return f"{above}{self.slug}/"

    @property
    def is_vital(self):
        return self.kind == self.Kind.ADVICE

    def get_public_path(self):
        return self.path

    @classmethod
    def at(cls, path):
        return cls.objects.filter(path=path).first()

    def moves_with(self):
        return list(Page.objects.below(self.path).published())

    def searchable(self):
        return self.title, f"<p>{self.lead}</p>{self.body}"
