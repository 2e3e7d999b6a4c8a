"""What a browser calls itself, in the words of those who use it."""

from django.utils.translation import gettext as _

# The first that is found: most say that they are several.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "FxiOS": "Firefox"}
BROWSERS |= {"CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows"}
SYSTEMS |= {"Mac OS": "Mac", "Linux": "Linux"}


def name_of(user_agent):
    browser = first(BROWSERS, user_agent)
    system = first(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("another browser")


def first(names, text):
    return next((name for part, name in names.items() if part in text), "")
