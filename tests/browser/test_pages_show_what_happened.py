"""The Dagster UI in a real browser: the lineage, a mart's page, its chart and its checks, a text with its
figures marked. With `NHSCUTS_SCREENSHOTS=FOLDER` what is seen is kept there: `make screenshots`."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from webserver import RunningUi

MART = "/assets/marts/redundancy_rate"
# Chromium looks for its maker's hosts without these, and refuses to be root's with its sandbox.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A tab of the machine's own Chromium; none is ever downloaded."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        yield page
        browser.close()


def keep(page: Page, name: str) -> None:
    """A picture for the README, where one was asked for."""
    if folder := os.environ.get("NHSCUTS_SCREENSHOTS"):
        page.wait_for_timeout(1_500)  # until what slides in has come to rest
        path = Path(folder) / f"{name}.png"
        page.screenshot(path=path)
        assert path.stat().st_size < 200_000


def open_page(page: Page, ui: RunningUi, path: str) -> None:
    page.goto(ui.webserver.address + path)


def open_entry(page: Page, key: str) -> None:
    """Open the Markdown that stands in the row `key` of a page's metadata."""
    page.get_by_role("row", name=key).get_by_text("Show Markdown").click()


def test_the_lineage_leads_from_the_sources_to_the_published_file(page: Page, ui: RunningUi) -> None:
    open_page(page, ui, "/asset-groups")
    expect(page.get_by_text("Global asset lineage", exact=True).first).to_be_visible()
    for group in ("sources", "documents", "extraction", "core", "staging", "marts", "publish"):
        expect(page.get_by_text(group, exact=True).first).to_be_visible()
    keep(page, "lineage")


def test_the_page_of_a_mart_explains_it(page: Page, ui: RunningUi) -> None:
    open_page(page, ui, MART)
    expect(page.get_by_text("against ordinary turnover").first).to_be_visible()
    expect(page.get_by_text("Row count", exact=True)).to_be_visible()
    expect(page.get_by_text("Made of staging.redundancies.observation_id.")).to_be_visible()
    expect(page.locator("a[href$='/dbt_like_sql/marts/redundancy_rate.sql:1']")).to_be_visible()
    keep(page, "mart")


def test_the_chart_of_a_mart_is_drawn(page: Page, ui: RunningUi) -> None:
    open_page(page, ui, MART)
    open_entry(page, "chart")
    picture = page.get_by_role("img", name="chart", exact=True)
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth") >= 600
    keep(page, "chart")


def test_the_checks_of_a_mart_have_passed(page: Page, ui: RunningUi) -> None:
    open_page(page, ui, f"{MART}?view=checks")
    expect(page.get_by_text("rates_agree_with_one_another").first).to_be_visible()
    expect(page.get_by_text("Succeeded").first).to_be_visible()
    expect(page.get_by_text("Failed")).to_have_count(0)


def test_what_is_to_be_reviewed_stands_in_a_table(page: Page, ui: RunningUi) -> None:
    open_page(page, ui, "/assets/core/figures?view=checks&checkDetail=nothing_to_review")
    expect(page.get_by_role("cell", name="needs_review").first).to_be_visible()
    expect(page.get_by_text("a person should look at").first).to_be_visible()
    keep(page, "checks")


def test_a_text_has_its_figures_marked(page: Page, ui: RunningUi) -> None:
    open_page(page, ui, "/assets/core/figures")
    open_entry(page, "text birmingham")
    expect(page.locator("strong", has_text="[903]").first).to_be_visible()
    expect(page.get_by_role("cell", name="903 people").first).to_be_visible()
    page.locator("h2").last.scroll_into_view_if_needed()
    keep(page, "text")
