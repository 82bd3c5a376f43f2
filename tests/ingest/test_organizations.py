from collections import Counter

from graph.actors import spellings
from graph.letters import skeleton_text
from ingest.organizations import organization_names, organizations


def test_no_two_organizations_share_a_surface() -> None:
    surfaces = Counter(skeleton_text(name.surface) for name in organization_names())

    assert [surface for surface, n in surfaces.items() if n > 1] == []


def test_no_organization_is_a_safe_spelling_of_an_actor() -> None:
    actors = {skeleton_text(spelling.surface) for spelling in spellings() if not spelling.needs}

    assert [name.surface for name in organization_names() if skeleton_text(name.surface) in actors] == []


def test_names_are_plain_and_english_names_unique() -> None:
    english = [organization.english for organization in organizations()]

    assert len(set(english)) == len(english)
    assert all(name.surface == name.surface.strip() and "  " not in name.surface for name in organization_names())


def test_the_media_and_bodies_of_diplomatic_news_are_known() -> None:
    known = {skeleton_text(name.surface): name.organization for name in organization_names()}
    expected = {
        "نیویورک تایمز": ("medium", "US"),
        "نيويورك‌تايمز": ("medium", "US"),
        "خبرگزاری فرانسه": ("medium", "FR"),
        "الجزیره": ("medium", "QA"),
        "تسنیم": ("medium", "IR"),
        "حزب الله لبنان": ("group", "LB"),
        "انصار الله": ("group", "YE"),
        "دیوان لاهه": ("court", ""),
        "عفو بین‌الملل": ("ngo", ""),
        "گروه ۵+۱": ("league", ""),
    }

    assert {name: known[skeleton_text(name)][1:3] for name in expected} == expected


def test_an_ordinary_word_is_no_name_by_itself() -> None:
    doubtful = {name.surface for name in organization_names() if name.is_doubtful}

    assert {"مهر", "فارس", "میزان", "فتح"} <= doubtful
    assert doubtful.isdisjoint(organization.name for organization in organizations())
