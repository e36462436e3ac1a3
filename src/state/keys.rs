//! Which single key means what: as it comes, and as a person changed it.

use serde::Serialize;

/// What a single key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// To the mark after this one.
    Next,
    /// To the mark before this one.
    Previous,
    /// To the speaker before this one in the list.
    SpeakerBefore,
    /// To the speaker after this one in the list.
    SpeakerAfter,
    /// To the search field.
    Search,
    /// Other marks: off, lines, full.
    Density,
    /// Quotations shown or hidden.
    Quotations,
    /// Proposals shown or hidden.
    Proposals,
    /// Read aloud, or stop.
    Aloud,
    /// The mark in hand is right.
    Accept,
    /// The mark in hand is none.
    Refuse,
    /// Put the mark in hand right.
    Mend,
    /// Pick words by keys.
    Pick,
    /// What is selected is said.
    MarkQuotation,
    /// What is selected is wanted.
    MarkProposal,
    /// What is selected is a speaker.
    MarkSpeaker,
    /// Take the reading away.
    Export,
    /// The list of keys.
    Help,
}

impl Command {
    /// All, in the order in which they are listed.
    pub const ALL: [Command; 18] = [
        Command::Next,
        Command::Previous,
        Command::SpeakerBefore,
        Command::SpeakerAfter,
        Command::Search,
        Command::Density,
        Command::Quotations,
        Command::Proposals,
        Command::Aloud,
        Command::Accept,
        Command::Refuse,
        Command::Mend,
        Command::Pick,
        Command::MarkQuotation,
        Command::MarkProposal,
        Command::MarkSpeaker,
        Command::Export,
        Command::Help,
    ];

    /// The command of this name in what is stored.
    pub fn of(name: &str) -> Option<Command> {
        Command::ALL.into_iter().find(|command| command.name() == name)
    }

    /// Its name in what is stored.
    pub fn name(self) -> &'static str {
        self.both().1
    }

    /// The key that it comes with.
    pub fn default(self) -> &'static str {
        self.both().0
    }

    fn both(self) -> (&'static str, &'static str) {
        match self {
            Command::Next => ("j", "next"),
            Command::Previous => ("k", "previous"),
            Command::SpeakerBefore => ("[", "speaker-before"),
            Command::SpeakerAfter => ("]", "speaker-after"),
            Command::Search => ("/", "search"),
            Command::Density => ("h", "density"),
            Command::Quotations => ("1", "quotations"),
            Command::Proposals => ("2", "proposals"),
            Command::Aloud => ("r", "aloud"),
            Command::Accept => ("a", "accept"),
            Command::Refuse => ("x", "refuse"),
            Command::Mend => ("e", "mend"),
            Command::Pick => ("w", "pick"),
            Command::MarkQuotation => ("q", "mark-quotation"),
            Command::MarkProposal => ("p", "mark-proposal"),
            Command::MarkSpeaker => ("s", "mark-speaker"),
            Command::Export => ("d", "export"),
            Command::Help => ("?", "help"),
        }
    }
}

/// The keys that were changed; an empty one means that none is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Keys(Vec<(Command, String)>);

impl Keys {
    /// The key of a command; empty when it has none.
    pub fn key(&self, command: Command) -> &str {
        let changed = self.0.iter().find(|(other, _)| *other == command);
        changed.map_or(command.default(), |(_, key)| key)
    }

    /// What a key does.
    pub fn command(&self, key: &str) -> Option<Command> {
        Command::ALL
            .into_iter()
            .find(|&command| !key.is_empty() && self.key(command) == key)
    }

    /// Gives a command another key, or none for an empty one.
    ///
    /// # Errors
    /// With the command that has this key already.
    pub fn set(&mut self, command: Command, key: &str) -> Result<(), Command> {
        match self.command(key) {
            Some(other) if other != command => return Err(other),
            _ => {}
        }
        self.0.retain(|(other, _)| *other != command);
        if key != command.default() {
            self.0.push((command, key.to_owned()));
        }
        Ok(())
    }

    /// Whether anything was changed.
    pub fn changed(&self) -> bool {
        !self.0.is_empty()
    }
}

impl FromIterator<(Command, String)> for Keys {
    fn from_iter<T: IntoIterator<Item = (Command, String)>>(changed: T) -> Self {
        Keys(changed.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_is_found_by_its_name() {
        for command in Command::ALL {
            assert_eq!(Command::of(command.name()), Some(command));
        }
    }

    #[test]
    fn each_command_comes_with_a_key_of_its_own() {
        let keys = Keys::default();
        for command in Command::ALL {
            assert_eq!(keys.command(keys.key(command)), Some(command));
        }
        assert_eq!(keys.command("z"), None);
        assert_eq!(keys.command(""), None);
    }

    #[test]
    fn a_key_can_be_changed_taken_away_and_given_back_but_never_to_two() {
        let mut keys = Keys::default();
        assert_eq!(keys.set(Command::Next, "k"), Err(Command::Previous));
        assert!(!keys.changed());
        assert_eq!(keys.set(Command::Next, "n"), Ok(()));
        assert_eq!(
            (keys.command("n"), keys.command("j")),
            (Some(Command::Next), None)
        );
        assert_eq!(keys.set(Command::Previous, "j"), Ok(()));
        assert_eq!(keys.set(Command::Next, "j"), Err(Command::Previous));
        assert_eq!(keys.set(Command::Help, ""), Ok(()));
        assert_eq!(keys.set(Command::Search, ""), Ok(()));
        assert_eq!((keys.command("?"), keys.command("")), (None, None));
        for command in [Command::Previous, Command::Next, Command::Help, Command::Search] {
            assert_eq!(keys.set(command, command.default()), Ok(()), "{command:?}");
        }
        assert_eq!(keys, Keys::default());
    }
}
