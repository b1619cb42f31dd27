"""Which sites and files never hold an article, and what to tell a reporter who pastes one."""

SLACK = "That is a link into Slack, not an article. Paste the article's own link."
_DOCUMENT = (
    "That is a document behind a log-in, not a published article. "
    "To record it, paste its text with “/claim add”."
)
_SOCIAL = (
    "That is a social media post, not an article. "
    "Paste the article that reports it, or the words with “/claim add”."
)
_VIDEO = "That is a video or audio page, not an article. Paste an article that reports it."
_MEETING = "That is a link to a meeting or a form, not an article. Paste the article's own link."
FILE = (
    "That is a .{0} file, not a page of text. "
    "Paste the article's page, or its text with “/claim add”."
)

_DOCUMENT_HOSTS = """
    docs.google.com drive.google.com sheets.google.com slides.google.com mail.google.com
    notion.so notion.site office.com office365.com live.com sharepoint.com 1drv.ms
    officeapps.live.com cloud.microsoft dropbox.com box.com icloud.com figma.com miro.com
    airtable.com atlassian.net trello.com asana.com coda.io quip.com canva.com evernote.com
    overleaf.com hackmd.io wetransfer.com
"""
_SOCIAL_HOSTS = """
    twitter.com x.com facebook.com fb.com instagram.com threads.net threads.com linkedin.com
    reddit.com redd.it t.me telegram.me bsky.app mastodon.social vk.com ok.ru weibo.com
    snapchat.com pinterest.com whatsapp.com wa.me discord.com discord.gg truthsocial.com quora.com
"""
_VIDEO_HOSTS = """
    youtube.com youtu.be vimeo.com tiktok.com twitch.tv dailymotion.com dai.ly rumble.com
    odysee.com fb.watch spotify.com soundcloud.com podcasts.apple.com music.apple.com netflix.com
"""
_MEETING_HOSTS = """
    zoom.us meet.google.com teams.microsoft.com webex.com calendar.google.com forms.gle
    calendly.com doodle.com maps.google.com maps.app.goo.gl
"""

# Each host with its line; it stands for its subdomains too.
HOSTS = {
    host: line
    for hosts, line in (
        (_DOCUMENT_HOSTS, _DOCUMENT),
        (_SOCIAL_HOSTS, _SOCIAL),
        (_VIDEO_HOSTS, _VIDEO),
        (_MEETING_HOSTS, _MEETING),
    )
    for host in hosts.split()
}

# Slack's own site has articles (slack.com/blog); what lies in a workspace is never one.
SLACK_PATHS = ("/archives/", "/files/", "/client/", "/app_redirect/")

_FILE_ENDINGS = """
    pdf doc docx odt rtf xls xlsx ods csv tsv ppt pptx odp key pages numbers epub mobi
    zip gz tgz tar bz2 xz 7z rar iso dmg exe msi apk
    mp4 m4v mov avi mkv webm mpg mpeg mp3 m4a wav ogg flac aac m3u8
    jpg jpeg png gif webp svg bmp tif tiff heic avif ico ics json rss
"""
FILES = frozenset(_FILE_ENDINGS.split())
