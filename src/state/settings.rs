//! How a person likes to read. Kept on the device; `static/theme.js` reads the same value before first paint.

use serde::Serialize;

use super::keys::Keys;

/// All choices; a default is what the system or the browser says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Letters.
    pub face: Face,
    /// Size of the article's letters.
    pub size: Size,
    /// Space between its lines.
    pub spacing: Spacing,
    /// How loud the marks are.
    pub density: Density,
    /// The interface's language; none follows the browser.
    pub language: Option<Language>,
    /// Single-key shortcuts.
    pub single_keys: Switch,
    /// Which key means what.
    pub keys: Keys,
    /// Whether screen readers are told where marks begin and end.
    pub announce: Switch,
    /// Whether articles are kept on the device.
    pub keep: Switch,
    /// Whether the lists of who says what stand behind the article on paper.
    pub paper: Switch,
    /// How fast it is read aloud.
    pub speed: Speed,
    /// The name of the voice that reads aloud; empty for the device's own choice.
    pub voice: String,
    /// What was last taken away, by the name of its format; empty until then.
    pub export: String,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::default(),
            face: Face::default(),
            size: Size::default(),
            spacing: Spacing::default(),
            density: Density::default(),
            language: None,
            single_keys: Switch::On,
            keys: Keys::default(),
            announce: Switch::Off,
            keep: Switch::On,
            paper: Switch::On,
            speed: Speed::default(),
            voice: String::new(),
            export: String::new(),
        }
    }
}

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $choice:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
        pub enum $name {
            $($(#[$what])* #[serde(rename = $word)] $choice),+
        }

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: &'static [$name] = &[$($name::$choice),+];

            /// The word for it in markup, strings and storage.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$choice => $word),+
                }
            }

            /// The choice that has this word.
            pub fn of(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|choice| choice.word() == word)
            }
        }
    };
}

pub(super) use choices;

choices! {
    /// Colours of the page.
    Theme {
        /// As the system says.
        #[default]
        System = "system",
        /// Black on white.
        Light = "light",
        /// Brown on cream.
        Sepia = "sepia",
        /// Light on dark.
        Dark = "dark",
    }
}

choices! {
    /// Letters of the article.
    Face {
        /// With serifs, as newspapers print.
        #[default]
        Serif = "serif",
        /// Without.
        Sans = "sans",
    }
}

choices! {
    /// Size of the article's letters.
    Size {
        /// 17 px.
        Small = "small",
        /// 19 px.
        #[default]
        Medium = "medium",
        /// 22 px.
        Large = "large",
        /// 26 px.
        Huge = "huge",
    }
}

choices! {
    /// Space between the article's lines.
    Spacing {
        /// For more text on a screen.
        Tight = "tight",
        /// Room for three lanes of lines.
        #[default]
        Normal = "normal",
        /// For easy reading.
        Wide = "wide",
    }
}

choices! {
    /// How fast it is read aloud, as a share of the voice's own speed.
    Speed {
        /// Three quarters.
        Slow = "0.75",
        /// As the voice speaks.
        #[default]
        Normal = "1",
        /// A quarter more.
        Fast = "1.25",
        /// Half as much again.
        Faster = "1.5",
        /// Twice.
        Double = "2",
    }
}

impl Speed {
    /// How fast, as a share of the voice's own speed.
    pub fn rate(self) -> f32 {
        match self {
            Speed::Slow => 0.75,
            Speed::Normal => 1.0,
            Speed::Fast => 1.25,
            Speed::Faster => 1.5,
            Speed::Double => 2.0,
        }
    }
}

choices! {
    /// How loud the marks are.
    Density {
        /// None.
        Off = "off",
        /// Lines.
        #[default]
        Quiet = "quiet",
        /// Lines, fills and signs, for study.
        Full = "full",
    }
}

choices! {
    /// Something that is done or not.
    Switch {
        /// Done.
        On = "on",
        /// Not done.
        #[default]
        Off = "off",
    }
}

choices! {
    /// Languages of the interface.
    Language {
        /// English.
        #[default]
        English = "en",
        /// Simplified Chinese.
        Chinese = "zh-Hans",
    }
}

impl Density {
    /// The next one, round and round.
    pub fn next(self) -> Density {
        match self {
            Density::Off => Density::Quiet,
            Density::Quiet => Density::Full,
            Density::Full => Density::Off,
        }
    }
}

impl Language {
    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Chinese => "简体中文",
        }
    }
}
