"""What a service is started with: on a machine of its own, and in containers."""

import unittest
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import yaml
from tall_stack import environment
from tall_stack.layout import REPOSITORY, Stack, existing_services

COMPOSE = REPOSITORY / "deploy" / "docker-compose.yml"
INSTANCE = "TALL_KAFKA__INSTANCE"


def of_every_service(stack: Stack) -> dict[str, dict[str, str]]:
    """With passwords in a folder of their own, so that no stack is touched."""
    with TemporaryDirectory() as home, mock.patch.object(Stack, "home", Path(home)):
        return {service: environment.of_service(stack, service) for service in existing_services()}


class Environment(unittest.TestCase):
    def test_every_service_is_an_instance_of_its_group(self):
        for service, values in of_every_service(Stack("test-environment", 29000)).items():
            with self.subTest(service):
                self.assertRegex(values.get(INSTANCE, ""), r"^[A-Za-z0-9._-]{1,128}$")

    def test_every_container_is_an_instance_by_its_own_name(self):
        services = yaml.safe_load(COMPOSE.read_text())["services"]
        for service, values in of_every_service(Stack("compose", 20000, in_containers=True)).items():
            with self.subTest(service):
                self.assertNotIn(INSTANCE, values, "the file is one for all containers of a service")
                self.assertIn(f"{INSTANCE}=$$HOSTNAME;", services[service]["entrypoint"][-1])


if __name__ == "__main__":
    unittest.main()
