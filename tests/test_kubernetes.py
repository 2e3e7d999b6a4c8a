"""The manifests, as kustomize puts them together, against the schemas and our own promises."""

import re
import shutil
import subprocess
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from django.core.management import get_commands

from kbh_radikalisering.variables import VARIABLES

KUBERNETES = Path(__file__).parent.parent / "deploy" / "kubernetes"
RELEASE = "1.37"
KUBECTL = shutil.which("kubectl")
HOST = {"name": "Host", "value": "forebyggelse.example.dk"}
# How far below a resource its pod is.
TO_POD = {
    "Deployment": ["spec", "template"],
    "Job": ["spec", "template"],
    "CronJob": ["spec", "jobTemplate", "spec", "template"],
}

pytestmark = pytest.mark.skipif(not KUBECTL, reason="kubectl, which has kustomize, is not here")


def built(folder):
    """By (kind, name), what kustomize makes of a folder."""
    text = subprocess.check_output([KUBECTL, "kustomize", KUBERNETES / folder], text=True)
    return {(each["kind"], each["metadata"]["name"]): each for each in yaml.safe_load_all(text)}


@pytest.fixture(scope="module")
def resources():
    return built("overlays/example")


@pytest.fixture(scope="module")
def pods(resources):
    return pods_of(resources)


def pods_of(resources):
    """The templates of the pods, by the name of what starts them."""
    found = {}
    for (kind, name), resource in resources.items():
        if kind in TO_POD:
            for step in TO_POD[kind]:
                resource = resource[step]
            found[name] = resource
    return found


@pytest.fixture
def variables(resources):
    (config,) = [each for (kind, _name), each in resources.items() if kind == "ConfigMap"]
    return config["data"]


def containers(pods):
    """(name of what starts it, its only container)."""
    for name, pod in pods.items():
        (container,) = pod["spec"]["containers"]
        yield name, container


def differing(found, expected):
    """Of what is `found` by name, what is not as all are to be."""
    return {name: value for name, value in found.items() if value != expected}


def test_every_resource_is_as_the_published_schema_of_its_kind_asks(resources):
    checked = {
        kubernetes_validate.validate(each, RELEASE, strict=True) for each in resources.values()
    }

    assert (len(checked), len(resources)) == (1, 22)


def test_there_is_what_a_site_on_several_machines_needs(resources):
    kinds = {kind for kind, _name in resources}

    assert kinds == {
        *("ConfigMap", "CronJob", "Deployment", "HorizontalPodAutoscaler", "Ingress", "Job"),
        *("Namespace", "NetworkPolicy", "PersistentVolumeClaim", "PodDisruptionBudget"),
        "Service",
    }


def test_nothing_is_left_for_the_overlay_to_fill_in(resources):
    assert re.findall(r"set-\w+-\S+|192\.0\.2\.", yaml.safe_dump_all(resources.values())) == []


def test_every_pod_runs_as_nobody_in_particular(pods):
    expected = {
        "runAsNonRoot": True,
        "runAsUser": 10001,
        "runAsGroup": 10001,
        "fsGroup": 10001,
        "fsGroupChangePolicy": "OnRootMismatch",
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    found = {name: pod["spec"]["securityContext"] for name, pod in pods.items()}

    assert len(found) == 6
    assert differing(found, expected) == {}


def test_no_container_can_change_itself_or_become_more(pods):
    expected = {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    found = {name: container["securityContext"] for name, container in containers(pods)}

    assert differing(found, expected) == {}


def test_no_pod_is_given_a_key_to_the_cluster(pods):
    found = {name: pod["spec"]["automountServiceAccountToken"] for name, pod in pods.items()}

    assert differing(found, False) == {}


def test_every_container_says_what_it_needs_and_has_an_end_to_its_memory(pods):
    lacking = {
        name
        for name, container in containers(pods)
        if {"cpu", "memory"} - set(container["resources"]["requests"])
        or "memory" not in container["resources"]["limits"]
    }
    assert lacking == set()


def test_all_run_the_same_image_of_one_release(pods):
    found = {name: container["image"] for name, container in containers(pods)}

    assert differing(found, "registry.example.dk/kbh-radikalisering:1.0.0") == {}


def test_every_command_is_one_of_the_site_s(pods):
    commands = {name: container["args"][:3] for name, container in containers(pods)}

    unknown = {n for n, args in commands.items() if args[2] not in get_commands()}
    assert unknown == set()
    assert {tuple(args[:2]) for args in commands.values()} == {("python", "manage.py")}


def test_only_variables_that_are_read_are_set(variables):
    known = {variable.name for variable in VARIABLES}
    known |= {f"{variable.name}_FILE" for variable in VARIABLES if variable.confidential}

    assert set(variables) - known == set()


def test_every_secret_is_a_file_of_the_secret(variables):
    secrets = {name for name in variables if name.endswith("_FILE")}
    confidential = {variable.name for variable in VARIABLES if variable.confidential}

    assert set(variables) & confidential == set()
    assert {name: variables[name] for name in secrets} == {
        name: f"/run/secrets/site/{name.removesuffix('_FILE')}" for name in secrets
    }


def test_what_is_written_has_a_place_in_every_pod(pods):
    places = {
        name: {each["mountPath"] for each in container["volumeMounts"]}
        for name, container in containers(pods)
    }
    backup = places.pop("backup")

    expected = {"/run/secrets/site", "/data", "/tmp"}  # noqa: S108
    assert differing(places, expected) == {}
    assert backup == expected | {"/backups"}


def test_without_a_store_all_pods_share_a_volume_of_documents():
    resources = built("base")
    claims = {name for kind, name in resources if kind == "PersistentVolumeClaim"}
    sharing = {
        name
        for name, container in containers(pods_of(resources))
        if "/data/media" in {each["mountPath"] for each in container["volumeMounts"]}
    }

    assert claims == {"media", "backups"}
    assert resources["PersistentVolumeClaim", "media"]["spec"]["accessModes"] == [
        "ReadWriteMany"
    ]
    assert len(sharing) == 6


def test_with_a_store_no_volume_of_documents_is_asked_for(resources):
    claims = {name for kind, name in resources if kind == "PersistentVolumeClaim"}

    assert claims == {"backups"}


def test_every_volume_that_is_mounted_is_there(pods):
    for pod in pods.values():
        (container,) = pod["spec"]["containers"]
        mounted = {each["name"] for each in container["volumeMounts"]}
        assert mounted == {each["name"] for each in pod["spec"]["volumes"]}


@pytest.mark.parametrize(
    ("probe", "path"),
    [
        ("startupProbe", "/sundhed/klar"),
        ("readinessProbe", "/sundhed/live"),
        ("livenessProbe", "/sundhed/live"),
    ],
)
def test_the_site_is_asked_how_it_is_by_its_own_name(pods, probe, path):
    (container,) = pods["web"]["spec"]["containers"]

    assert container[probe]["httpGet"] == {"path": path, "port": "http", "httpHeaders": [HOST]}


def test_the_service_the_scaling_and_the_budget_are_of_the_pods_that_serve(resources, pods):
    own = {"app.kubernetes.io/name": "web"}
    scaled = resources["HorizontalPodAutoscaler", "web"]["spec"]["scaleTargetRef"]

    assert own.items() <= pods["web"]["metadata"]["labels"].items()
    assert resources["Deployment", "web"]["spec"]["selector"] == {"matchLabels": own}
    assert resources["Service", "web"]["spec"]["selector"] == own
    assert resources["PodDisruptionBudget", "web"]["spec"]["selector"] == {"matchLabels": own}
    assert (scaled["kind"], scaled["name"]) == ("Deployment", "web")
    assert "replicas" not in resources["Deployment", "web"]["spec"]


def test_a_release_takes_no_pod_away_before_another_is_ready(resources):
    deployment = resources["Deployment", "web"]["spec"]

    assert deployment["strategy"]["rollingUpdate"] == {"maxSurge": 1, "maxUnavailable": 0}


def test_by_itself_no_pod_talks_to_anybody(resources):
    policy = resources["NetworkPolicy", "nothing"]["spec"]

    assert policy == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


SHARED = {"names", "database", "counts", "documents"}


def reached(resources, labels):
    """The names of the policies that let a pod with these labels do more than nothing."""
    policies = {
        name: each["spec"]
        for (kind, name), each in resources.items()
        if kind == "NetworkPolicy"
    }
    return {
        name
        for name, spec in policies.items()
        if spec["podSelector"].get("matchLabels", {}).items() <= labels.items()
    } - {"nothing"}


def test_each_pod_reaches_what_it_needs_and_no_more(resources, pods):
    reach = {name: reached(resources, pod["metadata"]["labels"]) for name, pod in pods.items()}

    assert reach == {
        "web": {*SHARED, "visitors", "figures"},
        "prepare": {*SHARED},
        "publish-due": {*SHARED},
        "check-links": {*SHARED, "internet"},
        "send-reminders": {*SHARED, "mail"},
        "backup": {*SHARED},
    }


def test_the_namespace_refuses_what_would_be_less_strict(resources):
    labels = resources["Namespace", "forebyggelse"]["metadata"]["labels"]

    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"
