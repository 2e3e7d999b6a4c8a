"""What lies ready to go out: drafts of public objects, and what was never public."""

from django.contrib.contenttypes.models import ContentType

from .models import Draft, Publishable


def ready(models):
    """
    By model the objects that lie ready: {model: {key: title}}.

    One query for the drafts and one for each model, however many there are.
    """
    types = ContentType.objects.get_for_models(*models)
    found = {
        model: {
            each.pk: str(each)
            for each in model._base_manager.filter(state=Publishable.State.UNPUBLISHED)
        }
        for model in models
    }
    models_by_type = {content_type: model for model, content_type in types.items()}
    drafts = Draft.objects.filter(content_type__in=models_by_type).with_versions()
    for draft in drafts:
        found[models_by_type[draft.content_type]][draft.object_id] = draft.version.title
    return found
