//! Which message names a value of the article, the view or the settings.

use lectern_core::article::{BlockKind, ClutterReason, Form, ProposalKind, Rule, SpeakerKind};

use super::Key;
use crate::state::keys::Command;
use crate::state::settings::{Density, Face, Size, Spacing, Switch, Theme};
use crate::state::view::{Kind, Order, Tab};

/// A value that the interface has a word for.
pub trait Named {
    /// Which.
    fn key(self) -> Key;
}

macro_rules! named {
    ($($type:ty { $($value:pat => $key:ident),+ $(,)? })+) => {
        $(impl Named for $type {
            fn key(self) -> Key {
                match self {
                    $($value => Key::$key),+
                }
            }
        })+
    };
}

named! {
    Kind {
        Kind::Quotation(Form::Direct) => KindDirect,
        Kind::Quotation(Form::Indirect) => KindIndirect,
        Kind::Quotation(Form::Mixed) => KindMixed,
        Kind::Proposal(ProposalKind::Call) => KindCall,
        Kind::Proposal(ProposalKind::Plan) => KindPlan,
        Kind::Proposal(ProposalKind::Pledge) => KindPledge,
        Kind::Proposal(ProposalKind::Opposition) => KindOpposition,
    }
    Tab {
        Tab::Speakers => TabSpeakers,
        Tab::Quotations => TabQuotations,
        Tab::Proposals => TabProposals,
        Tab::Check => TabCheck,
        Tab::Removed => TabRemoved,
    }
    Order {
        Order::Share => OrderShare,
        Order::Appearance => OrderAppearance,
    }
    SpeakerKind {
        SpeakerKind::Person => SpeakerPerson,
        SpeakerKind::Organization => SpeakerOrganization,
        SpeakerKind::Group => SpeakerGroup,
        SpeakerKind::Document => SpeakerDocument,
        SpeakerKind::Unnamed => SpeakerUnnamed,
    }
    Rule {
        Rule::SameName => RuleSameName,
        Rule::Acronym => RuleAcronym,
        Rule::SameRole => RuleSameRole,
        Rule::SubjectBefore => RuleSubjectBefore,
        Rule::SubjectOfSentence => RuleSubjectOfSentence,
        Rule::OnlyCandidate => RuleOnlyCandidate,
        Rule::MostSalient => RuleMostSalient,
        Rule::NameFollows => RuleNameFollows,
        Rule::SpeakerGoesOn => RuleSpeakerGoesOn,
    }
    BlockKind {
        BlockKind::Byline => ReasonByline,
        BlockKind::Details => ReasonDetails,
        BlockKind::Clutter(ClutterReason::Navigation) => ReasonNavigation,
        BlockKind::Clutter(ClutterReason::Sharing) => ReasonSharing,
        BlockKind::Clutter(ClutterReason::Advert) => ReasonAdvert,
        BlockKind::Clutter(ClutterReason::Related) => ReasonRelated,
        BlockKind::Clutter(ClutterReason::Legal) => ReasonLegal,
        BlockKind::Clutter(ClutterReason::Comments) => ReasonComments,
        BlockKind::Clutter(ClutterReason::WordList) => ReasonWordList,
        BlockKind::Clutter(ClutterReason::Player) => ReasonPlayer,
        _ => ReasonOther,
    }
    Command {
        Command::Next => KeyNext,
        Command::Previous => KeyPrevious,
        Command::SpeakerBefore => KeySpeakerBefore,
        Command::SpeakerAfter => KeySpeakerAfter,
        Command::Search => KeySearch,
        Command::Density => KeyDensity,
        Command::Quotations => KeyQuotations,
        Command::Proposals => KeyProposals,
        Command::Aloud => KeyAloud,
        Command::Accept => KeyAccept,
        Command::Refuse => KeyRefuse,
        Command::Mend => KeyMend,
        Command::Pick => KeyPick,
        Command::MarkQuotation => KeyMarkQuotation,
        Command::MarkProposal => KeyMarkProposal,
        Command::MarkSpeaker => KeyMarkSpeaker,
        Command::Export => KeyExport,
        Command::Help => KeyHelp,
    }
    Theme {
        Theme::System => ThemeSystem,
        Theme::Light => ThemeLight,
        Theme::Sepia => ThemeSepia,
        Theme::Dark => ThemeDark,
    }
    Face {
        Face::Serif => FaceSerif,
        Face::Sans => FaceSans,
    }
    Size {
        Size::Small => SizeSmall,
        Size::Medium => SizeMedium,
        Size::Large => SizeLarge,
        Size::Huge => SizeHuge,
    }
    Spacing {
        Spacing::Tight => SpacingTight,
        Spacing::Normal => SpacingNormal,
        Spacing::Wide => SpacingWide,
    }
    Switch {
        Switch::On => On,
        Switch::Off => Off,
    }
    Density {
        Density::Off => DensityOff,
        Density::Quiet => DensityQuiet,
        Density::Full => DensityFull,
    }
}
