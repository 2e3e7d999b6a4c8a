"""What the database refuses is told at the field that mends it."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import UniqueConstraint
from django.forms import ModelForm


class ConstraintForm(ModelForm):
    # The field to mend, by the constraint's name, where it is not the likely one.
    constraint_fields = {}

    def add_error(self, field, error):
        """What stands at a field that this form leaves out is told above the form."""
        if field is None and hasattr(error, "error_dict"):
            for name, told in error.error_dict.items():
                super().add_error(name if name in self.fields else None, told)
        else:
            super().add_error(field, error)

    def _post_clean(self):
        super()._post_clean()
        told = self._errors.pop(NON_FIELD_ERRORS, [])
        fields = self.fields_by_message() if told else {}
        for message in told:
            self.add_error(fields.get(message), message)

    def fields_by_message(self):
        """For each broken constraint, its message and the field to mend."""
        exclude = self._get_validation_exclusions()
        fields = {}
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=exclude)
                except ValidationError as error:
                    fields |= dict.fromkeys(error.messages, self.field_of(constraint))
        return fields

    def field_of(self, constraint):
        """The last field of what must be unique, else the first that the rule names."""
        if constraint.name in self.constraint_fields:
            return self.constraint_fields[constraint.name]
        if isinstance(constraint, UniqueConstraint):
            names = reversed(constraint.fields)
        else:
            names = referenced(constraint.condition)
        return next((name for name in names if name in self.fields), None)


def referenced(condition):
    """The names of the fields that a condition asks about, in its order."""
    names = []
    for child in condition.children:
        if isinstance(child, tuple):
            names.append(child[0].partition("__")[0])
        else:
            names += referenced(child)
    return names
