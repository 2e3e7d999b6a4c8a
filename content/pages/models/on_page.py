from content.publishing.models import Publishable, PublishableQuerySet


class OnPageQuerySet(PublishableQuerySet):
    def published(self):
        return super().published().filter(page__state=Publishable.State.PUBLISHED)


class OnPage(Publishable):
    """What stands on a page is shown with it, and never without it."""

    objects = OnPageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = True

    @property
    def is_public(self):
        return self.is_published and self.page.is_published

    def get_preview_url(self):
        return self.page.get_absolute_url()

    @property
    def is_vital(self):
        return self.page.is_vital
