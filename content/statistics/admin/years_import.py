from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from import_export.admin import ImportMixin

from content.statistics.import_formats import CSV, XLSX

from .differences import ComparedYears
from .import_forms import ConfirmYearsForm, YearsForm, signed


class YearsImport(ImportMixin):
    """Figures from a file: first what would change, then the change, whole or not at all."""

    resource_classes = [ComparedYears]
    import_formats = [CSV, XLSX]
    import_form_class = YearsForm
    confirm_form_class = ConfirmYearsForm
    import_template_name = "admin/statistics/import.html"
    # The drafts and the door write their own.
    skip_admin_log = True

    def has_import_permission(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def get_confirm_form_initial(self, request, import_form):
        initial = super().get_confirm_form_initial(request, import_form)
        if import_form is None:
            return initial
        return {**initial, "import_file_name": signed(initial["import_file_name"])}

    def get_import_data_kwargs(self, form, **kwargs):
        # Between the look and the change somebody may have published a year.
        return {
            **super().get_import_data_kwargs(form=form, **kwargs),
            "rollback_on_validation_errors": True,
            "seen": form.cleaned_data.get("seen"),
        }

    def add_data_read_fail_error_to_form(self, form, error):
        if isinstance(error, ValidationError):
            form.add_error("import_file", error)
        else:
            super().add_data_read_fail_error_to_form(form, error)

    def process_result(self, result, request):
        if result.has_errors() or result.has_validation_errors():
            self.message_user(
                request,
                gettext("Something has changed meanwhile, so nothing was imported. Try again."),
                messages.ERROR,
            )
            return HttpResponseRedirect(reverse("admin:statistics_concernyear_import"))
        return super().process_result(result, request)
