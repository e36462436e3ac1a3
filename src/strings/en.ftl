# The interface in English. Names in { } are filled in by the page.

app = Lectern
promise = Paste a news article. See who speaks, what they say, and what they want done.
paste-hint = Paste the article here, or anywhere on this page
paste-label = Article text
paste-button = Paste
paste-refused = The browser does not let a button read the clipboard. Press Ctrl + V (⌘ V on a Mac) instead.
paste-read = Read this
paste-nothing = There is no text on the clipboard.
open-file = Open a file
open-folder = Open a folder
left-out = { $count ->
    [one] 1 file was left out: Lectern opens text, web pages and what was saved with it.
   *[other] { $count } files were left out: Lectern opens text, web pages and what was saved with it.
 }
left-over = { $count ->
    [one] 1 more article was not opened: there are too many for one table.
   *[other] { $count } more articles were not opened: there are too many for one table.
 }
left-out-all = There is no file in this folder.
try-example = Try an example
privacy = Your text is read here, in your browser. The page’s own policy, which anyone can check, forbids it to send anything to any other site.
privacy-kept = What you open is kept on this device until you forget it.
continue-offer = Continue where you left off
forget = Forget everything
forgotten = Everything kept on this device is deleted.
sample-legend = What the marks mean
sample-direct = said in their own words
sample-indirect = reported
sample-name = a speaker
sample-call = asked for

new-article = New article
undo = Undo
redo = Redo
marks-density = Marks
density-off = Off
density-quiet = Lines
density-full = Full
settings-open = Reading settings
shortcuts-open = Keyboard shortcuts
shelf-label = Articles opened together
status-reading = Reading…
status-read = { $quotations ->
    [one] 1 quotation
   *[other] { $quotations } quotations
 }, { $speakers ->
    [one] 1 speaker
   *[other] { $speakers } speakers
 }, { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
 } found.

receipt = { $count ->
    [one] 1 line taken out
   *[other] { $count } lines taken out
 }
receipt-show = Show
receipt-undo = Put back
cut-sign = { $count ->
    [one] 1 line taken out here
   *[other] { $count } lines taken out here
 }

note-empty = There is no text here yet.
note-address = This is a web address. A page cannot be fetched from here: open it, select the article, copy it and paste it here. Or send the page here with this bookmark:
note-binary = This does not look like text. Open a text file, or paste the article itself.
note-pdf = This is a PDF, which cannot be read from here. Open it, select the text of the article, copy it and paste it here.
note-office = This comes from a file of another program, such as a word processor. Open it there, select the article, copy it and paste it here: headings, lists and tables come along.
note-language = This text is not in English, so nothing was marked. You can still read it here.
note-clutter = Only menus and other site text were found. Copy the article itself and paste it again, or put lines back from the Removed list.
note-stopped = The reading broke off. Your text is safe. Try again, or paste a shorter part.
note-cancelled = The reading was stopped. Your text is here, without marks.
note-not-kept = This article could not be kept on this device: the browser refused. It is gone when this tab is closed.
note-missing = The article of this address is not on this device any more.
note-nothing = No quotations, speakers or proposals were found in this text.
note-cut = This text is too long to be read to its end. What stands after the first four million words and signs is not marked.
note-long = This text is very long. The first { $count }% of it was read.
note-undecodable = { $count ->
    [one] 1 character of this file could not be read.
   *[other] { $count } characters of this file could not be read.
 } Try another encoding:
cancel = Stop reading
try-again = Try again
encoding-label = Encoding

byline-by = By { $name }
byline-updated = Updated { $name }
list-comma = {", "}
list-or = {" or "}
in-marks = “{ $name }”

panel-label = Who says what
tab-speakers = Speakers
tab-quotations = Quotations
tab-proposals = Proposals
tab-check = To check
tab-removed = Removed
sheet-open = Open the lists
sheet-more = Show more of the lists
sheet-close = Close the lists

none-speakers = Nobody was found to speak in this text.
none-quotations = No quotations were found in this text.
none-proposals = No proposals were found in this text.
none-match = Nothing matches the filters.
none-check = Nothing here needs a second look.
none-removed = Nothing was taken out.

speaker-share = { $count }% of what is said
speaker-person = Person
speaker-organization = Organisation
speaker-group = Group
speaker-document = Document
speaker-unnamed = Not named
speaker-compare = Compare
speakers-everyone = Show everyone
speakers-people = Hide documents and groups
speakers-things = Show documents and groups
order-label = Order of the speakers
order-share = Most said first
order-appearance = As they appear
only-speaker = Only { $name } ×
voices-open = Voice map

search = Search
kinds-label = Kinds shown
kinds-all = All
kind-direct = Direct
kind-indirect = Reported
kind-mixed = Mixed
kind-call = Call
kind-plan = Plan
kind-pledge = Pledge
kind-opposition = Opposition
list-before = Earlier ones
list-after = { $count ->
    [one] 1 more
   *[other] { $count } more
 }

who-one-of = One of: { $name }
who-nobody = Nobody named
card-speaker = Said by
card-reached = Found by
card-addressee = Addressed to
card-why = Why
card-sure = Check this
card-inside = Stands in
card-inside-open = a quotation
card-copy = Copy
card-copied = Copied
card-copy-failed = Copying was refused
card-show = Show in article
unsure = It may be nothing that anybody wants done
why-cue = “{ $name }” says so
why-marks = the words stand in quotation marks, and the speaker before goes on
why-trigger = “{ $name }” asks for it
items-stated = { $stated } stated, { $found } found
rule-same-name = the same name
rule-acronym = its initials
rule-same-role = the same role
rule-subject-before = subject of the sentence before
rule-subject-of-sentence = subject of this sentence
rule-only-candidate = the only one that fits
rule-most-salient = spoken of most just here
rule-name-follows = the name that follows
rule-speaker-goes-on = the speaker before goes on

doubt-candidates = The text does not say which of them “{ $name }” is
doubt-nobody = The text does not say who says or wants this
doubt-no-cue = No word such as “said” goes with it, so the speaker is a guess
doubt-far = Its speaker stands in another paragraph, as “{ $name }”
doubt-count = The text speaks of { $stated }, but { $found } were found
doubt-unclosed = A quotation mark in it never closes, so its end is a guess
doubt-few = So few words are often no quotation
doubt-cue = “{ $name }” does not always mean that somebody says or wants this

removed-back = Put back
removed-all-back = Put everything back
strength-label = How much is taken out
strength-keep-all = Keep all
strength-normal = Normal
strength-strict = Strict
reason-byline = Byline, shown above
reason-details = Details, shown above
reason-navigation = Menu
reason-sharing = Share buttons
reason-advert = Advert
reason-related = Other stories
reason-legal = Legal text
reason-comments = Comments
reason-word-list = Word list
reason-player = Player
reason-other = Site text
repairs = Repairs
repair-mojibake = Garbled characters
repair-hyphen = Hyphen at a line end
repair-drop-cap = Parted first letter
repair-entity = Named character
repair-undo = Undo

close = Close
settings = Reading settings
setting-theme = Colours
theme-system = System
theme-light = Light
theme-sepia = Sepia
theme-dark = Dark
setting-face = Letters
face-serif = Serif
face-sans = Sans
setting-size = Size
size-small = Small
size-medium = Medium
size-large = Large
size-huge = Huge
setting-spacing = Line spacing
spacing-tight = Tight
spacing-normal = Normal
spacing-wide = Wide
setting-language = Language
setting-keys = Single-key shortcuts
setting-announce = Tell screen readers where marks begin and end
setting-keep = Keep articles on this device
setting-paper = Lists of who says what behind a printed article
on = On
off = Off

shortcuts = Keyboard shortcuts
key-next = Next mark
key-previous = Previous mark
key-speaker-before = Previous speaker
key-speaker-after = Next speaker
key-search = Search the list
key-density = Marks: off, lines, full
key-quotations = Show or hide quotations
key-proposals = Show or hide proposals
key-aloud = Read aloud, or stop
key-back = One step back
key-undo = Undo
key-redo = Redo
key-help = This list
key-change = { $name }: { $key }. Change
key-none = no key
key-press = Press a key for “{ $name }”. Backspace: no key. Esc: as before.
key-conflict = “{ $key }” already means “{ $name }”. Give that another key first.
key-reserved = “{ $name }” belongs to the browser. Take a letter, a digit or a sign.
keys-about = Press a key in the list to give it another one.
keys-reset = All keys as they came
keys-are-off = Single-key shortcuts are switched off in the reading settings.

compare = Two speakers side by side
voices = Voice map
voices-speaker = Speaker
voices-save = Save as SVG
voices-more = { $count ->
    [one] 1 more speaker
   *[other] { $count } more speakers
 }
voices-about = The article from top to bottom, a lane for each speaker: what they say on the left, what they want done on the right.
voices-table = As a table
voices-place = Place
voices-kind = Kind
voices-text = Words
room = Who has room
room-about = How much of what is said in the article is whose. An empty bar: somebody without a name.
room-named = { $count }% of it comes from speakers with a name.
room-others = All others
room-nobody = Nobody is given
room-words = Words
room-share = Share
room-asked = asked, and never heard
room-criticised = criticised, and never heard
room-silent = Asked or criticised, and never heard
note-encoding = This file was read in an older encoding. If letters look wrong, try another:
read-whole = Read all of it
print-made = Made with Lectern. Q: quotation. P: proposal.
print-lists = Print with lists of who says what
print-alone = Print the article alone
announce-start = { $kind }, { $name }:
announce-end = End of { $kind }, { $name }.

sent-by = Sent by { $name }
page-cut-off = The site did not let the bookmark send its page here. Go back to it, press the button at its top to copy the page, and paste here.
bookmarklet-name = Read in Lectern
bookmarklet-about = Drag this link to your bookmarks bar. Pressed on any page, it opens that page here; nothing goes over the network.
bookmarklet-drag = It works from the bookmarks bar: drag it there, then press it on the page that you want to read.
bookmarklet-touch = Copy this address, make a bookmark of any page and put the address in place of its own. Opened on a page, that bookmark brings the page here; nothing goes over the network.
bookmarklet-copy = Copy its address
bookmarklet-copied = Copied. Make a new bookmark and paste this as its address.
bookmarklet-cut = This site keeps Lectern from being sent to. Press here to copy the page, then paste it in Lectern.
bookmarklet-sent = The page is copied. Open Lectern and paste it there.
aloud-start = Read aloud
aloud-stop = Stop reading aloud
aloud-again = This sentence again
aloud-speed = Speed
aloud-voice = Voice
aloud-no-voice = This device has no English voice of its own, and Lectern sends your text to no other. You can add one in the speech settings of your system.
aloud-failed = The voice failed, so the reading stopped. Try again, or choose another voice.

status-mark = { $kind }, { $name }, { $place } of { $count }
status-shown = { $found } of { $count } marks shown
untitled = Article without a headline
copy-shown = { $count ->
    [one] Copy this one
   *[other] Copy all { $count }
 }
copy-speaker = Copy all of { $name }
key-beside = From a mark to the next or the one before
key-card = From a mark to its card, and back
card-proposer = Wanted by
sample-mixed = partly in their own words
sample-plan = a plan
sample-pledge = promised
sample-opposition = opposed
sample-check = lighter: to be checked
filter-clear = Show all
speaker-share-low = under 1% of what is said
speaker-quotations = { $count ->
    [one] 1 quotation
   *[other] { $count } quotations
 }
speaker-proposals = { $count ->
    [one] 1 proposal
   *[other] { $count } proposals
 }

forget-one = Forget “{ $name }”
about = About
about-what = What it does
about-what-text = It reads a news article in English and marks who speaks, what each of them says, in their own words or reported, and what each wants done. A small model and rules do it here, in your browser.
about-sure = How sure it is
about-sure-text = On 84 articles of political news that people had marked, nine tenths of the words between quotation marks stood under the right speaker, and two thirds of all quotations, reported ones too, were found with speaker and words. Careful people agree with each other on three quarters. What is doubtful is listed under “To check”.
about-limits = What it cannot do
about-limits-text = It reads English alone. It does not know whether what somebody says is true. It may overlook a speaker, or take one for another: look at the article before you quote.
about-check = How to check the promise
about-check-text = Open the developer tools of your browser at “Network” and read an article: nothing is sent. Or switch to flight mode first: it reads all the same.
about-licence = Licence
about-licence-text = MIT or Apache 2.0, at your choice.
flight = 0 bytes of your text sent since you opened this page. { $count ->
    [one] 1 file
   *[other] { $count } files
 } loaded, all from this site.
flight-foreign = { $found } requests went to other sites and { $count } to this one. Lectern makes none of those: look at your browser’s extensions.

# Putting right
card-accept = It is right
card-no-quotation = Not a quotation
card-no-proposal = Not a proposal
card-mend = Edit
kinds-one = Kind
made-by-hand = by you
made-added = Added by you
made-accepted = Accepted by you
made-changed = Changed by you
made-before = Before: { $name }
mend-new = A new name…
mend-name = Name
mend-role = Role
mend-same = Same person as
mend-speaker = Edit { $name }
mend-mentions = Meant by these words:
mend-nobody-else = nobody in particular
mend-start = Begins
mend-start-earlier = Begin a word earlier
mend-start-later = Begin a word later
mend-end = Ends
mend-end-earlier = End a word earlier
mend-end-later = End a word later
mend-items = What is asked for
mend-join = Join with the next
mend-split-choose = Split before…
mended = Taken away, and not found
mended-refused = Taken away by you
mended-missing = Not found in the text now
mended-forget = Forget it
check-left = { $count ->
    [one] 1 to check
   *[other] { $count } to check
 }
told-back = Taken back
mark-as = Mark the selection as
mark-quotation = Quotation
mark-proposal = Proposal
mark-speaker = Speaker
mark-addressee = Addressed to
mark-item = One item
key-accept = The mark is right
key-refuse = The mark is wrong: take it away
key-mend = Edit the mark
key-pick = Select words: arrows go on, with Shift they take more
key-mark-quotation = Mark the selection as a quotation
key-mark-proposal = Mark the selection as a proposal
key-mark-speaker = Mark the selection as the speaker
key-end = While editing: move the end by a word
key-start = While editing: move the beginning by a word

# Taking away and bringing back
export = Save or share
key-export = Save or share
key-save = Save in the last form again
export-format = As
export-scope = What
export-all = All marks ({ $count })
export-shown = Only what the filter shows ({ $count })
export-speaker = Only { $name } ({ $count })
export-save = Save the file
export-saved = Saved as { $name }
export-preview = How it begins
export-wait = Getting it ready…
export-link-about = This link holds the article itself, with what you decided and put right. Whoever has the link can read the text; no site keeps it.
export-link-long = The link is { $count } thousand characters long. Some chat and mail programs cut such links: a file is safer.
export-link-too-long = The link would be { $count } thousand characters long, which few programs carry whole. Save a file instead.
format-markdown = Markdown: the text, each mark a footnote
format-html = Web page: opens from disk, prints, comes back here
format-csv = Table (CSV): a row for each mark, for spreadsheets
format-json = JSON: everything, comes back here
format-jsonld = Web Annotation: for annotation programs, comes back here
format-tei = TEI: for editions and text corpora
format-brat = brat: for annotating by several people, comes back here
format-conll = Columns: a word a line, for taggers
format-svg = Voice map: a picture of who speaks where
format-speakers = Worksheet: who says it? For printing, with a key
format-cues = Worksheet: how do they say it? For printing, with a key
format-proposals = Worksheet: what do they want done? For printing, with a key
format-link = Link: the article in an address
came-by-link = This article came in a link. It is read here, in your browser.
refused-broken = The part of Lectern that does this could not be loaded, or broke off. Check the connection and try again; your article is safe.
refused-no-article = There is no article of Lectern in this file. What is open stays as it is.
refused-version = This was made by a later Lectern. Load the page again to get the newest one.
refused-no-text = These are annotations without their text. Drop the .ann and the .txt file together.
refused-line = Line { $count } of this file is no annotation. What is open stays as it is.
refused-damaged = This link is damaged or was cut off on its way. Ask for it again, or for a file.
refused-too-large = This link unfolds to more than any article needs, so it was not opened.

shelf-table = All articles in one table
shelf-what = Show
shelf-marks = Quotations and proposals
shelf-article = Article
shelf-articles = { $count ->
    [one] All (1 article)
   *[other] All ({ $count } articles)
 }
shelf-in = { $count ->
    [one] in 1 article
   *[other] in { $count } articles
 }
shelf-read = { $found } of { $count } articles read
shelf-found = { $count ->
    [one] 1 found
   *[other] { $count } found
 }
shelf-csv = Save all as CSV
shelf-json = Save all as JSON
shelf-shown = Save these as CSV

agree = Beside the machine’s reading
agree-open = Lay these marks beside the machine’s reading
agree-about = Lectern reads the same text anew. A mark is in both where each covers half of the other.
agree-here = In these marks
agree-machine = In the machine’s
agree-both = In both
agree-spans = Agreement (F1)
agree-kind = Same kind
agree-speaker = Same speaker
agree-only-here = Only in these marks
agree-only-machine = Only in the machine’s reading
agree-go = These are not marked in the article. Choose one to select its words there; then you can mark them.
agree-hidden = These words were taken out of the article as site text. Put them back under “Removed” to see them there.
