from django import template
from django.urls import get_script_prefix

from content.publishing.kept import kept_for_edition

register = template.Library()


@kept_for_edition
def parts():
    """What has been made in this edition, by its name and what it varies with."""
    return {}


@register.tag
def kept(parser, token):
    """
    `{% kept "menu" marks %}…{% endkept %}`: a part of every page, made once an edition.

    It holds what the edition says and nothing of the page or its visitor, but for the
    values named after it, of which there are to be few.
    """
    names = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    nodelist = parser.parse(["endkept"])
    parser.delete_first_token()
    return KeptNode(nodelist, names)


class KeptNode(template.Node):
    def __init__(self, nodelist, names):
        self.nodelist = nodelist
        self.names = names

    def render(self, context):
        # Its links begin where the site does.
        key = (get_script_prefix(), *(name.resolve(context) for name in self.names))
        made = parts()
        if key not in made:
            made[key] = self.nodelist.render(context)
        return made[key]
