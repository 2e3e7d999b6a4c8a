"""The manifests one by one, where no kubectl puts them together, against the schemas."""

from pathlib import Path

import kubernetes_validate
import pytest
import yaml

KUBERNETES = Path(__file__).parent.parent / "deploy" / "kubernetes"
RELEASE = "1.37"
# The patch that completes the pods of a kind.
PATCHES = {"Deployment": "pod.yaml", "Job": "pod.yaml", "CronJob": "pod-of-cronjob.yaml"}
# What tells the members of a list apart, where a patch is merged into it.
KEYS = ["name", "mountPath"]


def documents(file):
    return list(yaml.safe_load_all(file.read_text()))


def listed():
    """Each resource that a kustomization.yaml names, and the file that it is in."""
    for kustomization in sorted(KUBERNETES.rglob("kustomization.yaml")):
        (what,) = documents(kustomization)
        for name in what.get("resources", []):
            file = kustomization.parent / name
            if file.is_file():
                yield from ((file, each) for each in documents(file))


def completed(resource):
    if resource["kind"] not in PATCHES:
        return resource
    (patch,) = documents(KUBERNETES / "base" / PATCHES[resource["kind"]])
    return resource | {"spec": merged(resource["spec"], patch["spec"])}


def merged(one, other):
    if isinstance(one, dict) and isinstance(other, dict):
        common = {key: merged(one[key], other[key]) for key in one.keys() & other.keys()}
        return one | other | common
    if isinstance(one, list) and all(isinstance(each, dict) for each in [*one, *other]):
        return members(one, other)
    return other


def members(one, other):
    key = next(key for key in KEYS if all(key in each for each in [*one, *other]))
    by_key = {each[key]: each for each in one}
    for each in other:
        by_key[each[key]] = merged(by_key.get(each[key], {}), each)
    return list(by_key.values())


RESOURCES = list(listed())


@pytest.mark.parametrize(
    ("file", "resource"),
    RESOURCES,
    ids=[f"{file.stem}-{each['kind']}-{each['metadata']['name']}" for file, each in RESOURCES],
)
def test_each_resource_is_as_the_published_schema_of_its_kind_asks(file, resource):
    assert kubernetes_validate.validate(completed(resource), RELEASE, strict=True) == RELEASE


def test_a_word_that_the_schema_does_not_know_is_seen():
    (deployment,) = (each for _file, each in RESOURCES if each["kind"] == "Deployment")
    wrong = completed(deployment)
    wrong["spec"]["template"]["spec"]["containers"][0]["readOnlyRootFilesystem"] = True

    with pytest.raises(kubernetes_validate.ValidationError, match="readOnlyRootFilesystem"):
        kubernetes_validate.validate(wrong, RELEASE, strict=True)


def test_every_file_is_a_resource_or_named_as_a_patch():
    found = {file for file, _resource in RESOURCES}
    patches = {
        kustomization.parent / each["path"]
        for kustomization in KUBERNETES.rglob("kustomization.yaml")
        for each in documents(kustomization)[0].get("patches", [])
    }
    others = {
        file for file in KUBERNETES.rglob("*.yaml") if file.name != "kustomization.yaml"
    } - found

    assert others == patches
