"""The site that benches/floor.rs writes, by Pelican.

Pelican has three kinds of lists, so categories stand for regions, tags for
articles and authors for facilities. Both languages are one site with one list of
everybody and one feed, since a translation would be left out of the lists.
"""

from glob import glob

SITENAME = "Measured"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "ru"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "."
THEME_STATIC_PATHS = []
STATIC_PATHS = []
PLUGINS = []

ARTICLE_PATHS = ["ru/people", "en/people"]
PAGE_PATHS = [
    path.removeprefix("content/")
    for path in sorted(glob("content/*/*"))
    if not path.endswith("/people")
]
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "none"
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "output_format": "html5"}

CATEGORY_URL = CATEGORY_SAVE_AS = "regions/{slug}.html"
TAG_URL = TAG_SAVE_AS = "articles/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "held/{slug}.html"
CATEGORIES_SAVE_AS = "regions/index.html"
TAGS_SAVE_AS = "articles/index.html"
AUTHORS_SAVE_AS = "held/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "categories", "tags", "authors", "sitemap"]
DEFAULT_PAGINATION = 100
PAGINATION_PATTERNS = (
    (1, "{name}{extension}", "{name}{extension}"),
    (2, "{name}-{number}{extension}", "{name}-{number}{extension}"),
)

FEED_DOMAIN = "https://example.org"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

_pages = {}


def page_of(pages, slug):
    """The page with that slug."""
    if not _pages:
        _pages.update((page.slug, page) for page in pages)
    return _pages.get(slug)


JINJA_FILTERS = {"page_of": page_of}
