"""The module's addresses do what their OpenAPI description says, whatever is sent."""

from collections import Counter

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

pytestmark = pytest.mark.django_db
OFTEN = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def api(demo_content, publish_now):
    publish_now()
    return schemathesis.openapi.from_wsgi(
        "/cookies/openapi.json", get_wsgi_application()
    )


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_each_address_keeps_its_description(api, mode):
    answers = Counter()
    for result in api.get_all_operations():
        operation = result.ok()

        @OFTEN
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case):
            response = case.call()
            answers[case.operation.label, response.status_code] += 1
            case.validate_response(response)

        # What has no parameter can't be asked wrongly.
        if mode == GenerationMode.POSITIVE or has_parts(operation):
            holds()
    stored = answers["POST /cookies/consent/", 201]
    assert stored > 5 if mode == GenerationMode.POSITIVE else not stored
    assert len({name for name, _status in answers}) >= 2


def has_parts(operation):
    return bool(operation.body or operation.path_parameters)
