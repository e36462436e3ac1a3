//! The parts of a page that were given a name, and which of these names are wrong.

use super::{BlockHint, Region};

/// Text of blocks shorter than this, in bytes, says nothing: menus are long as well.
const LONG_BLOCK: usize = 80;
/// A part that holds so much of the page's text, in percent, is misnamed: site builders call the element around a
/// whole page `modal` or `ad-margins`.
const MISNAMED: usize = 50;
/// Comments, other stories and consent are hardly ever named so by mistake, and may be longer than the story.
const MISNAMED_FOREIGN: usize = 90;

/// One element that was given a name.
#[derive(Debug)]
struct Part {
    region: Region,
    /// Whether its element says so and not only its name.
    sure: bool,
    /// The part around it.
    outer: usize,
    /// Bytes of text in it that is no link.
    text: usize,
}

/// All named parts, outer ones before those in them; the first is the page itself.
#[derive(Debug)]
pub(super) struct Parts {
    parts: Vec<Part>,
    /// The part that each block stands in.
    of_block: Vec<usize>,
}

impl Default for Parts {
    fn default() -> Self {
        Parts {
            parts: vec![Part {
                region: Region::Body,
                sure: true,
                outer: 0,
                text: 0,
            }],
            of_block: Vec::new(),
        }
    }
}

impl Parts {
    /// A part named `region` begins in the part `outer`; `sure` when its element says so and not only its name.
    pub(super) fn open(&mut self, region: Region, outer: usize, sure: bool) -> usize {
        self.parts.push(Part {
            region,
            sure,
            outer,
            text: 0,
        });
        self.parts.len() - 1
    }

    /// A block ends with so many bytes of text that is no link.
    pub(super) fn add(&mut self, part: usize, free: usize) {
        if free >= LONG_BLOCK {
            self.parts[part].text += free;
        }
        self.of_block.push(part);
    }

    /// Gives the blocks of misnamed parts the name of the part around.
    pub(super) fn correct(mut self, hints: &mut [BlockHint]) {
        let mut foreign = 0;
        for at in (1..self.parts.len()).rev() {
            let Part {
                region, outer, text, ..
            } = self.parts[at];
            self.parts[outer].text += text;
            let nested = self.parts[outer].region.is_never_story();
            foreign += if region.is_never_story() && !nested {
                text
            } else {
                0
            };
        }
        // Long threads of comments do not make the names of the story's part any better.
        let all = self.parts[0].text.saturating_sub(foreign);
        for at in 1..self.parts.len() {
            let Part {
                region,
                sure,
                outer,
                text,
            } = self.parts[at];
            let most = match region {
                Region::Body | Region::Main | Region::Article | Region::Post => continue,
                Region::Related | Region::Navigation | Region::Footer => MISNAMED_FOREIGN,
                _ if sure || region.is_never_story() => MISNAMED_FOREIGN,
                _ => MISNAMED,
            };
            let whole = if region.is_never_story() {
                all + foreign
            } else {
                all
            };
            if text * 100 > whole * most {
                self.parts[at].region = self.parts[outer].region;
            }
        }
        for (hint, part) in hints.iter_mut().zip(&self.of_block) {
            hint.region = self.parts[*part].region;
        }
    }
}
