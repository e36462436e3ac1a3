//! Places in the lists of this stage, with a type for each list: no entity is taken for an event or a draft.

/// Declares the place of an item in a list, which leads into lists of such items only.
macro_rules! index {
    ($(#[$about:meta])* $name:ident of $item:ty $(, for $life:lifetime)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(in crate::speakers) struct $name(pub(in crate::speakers) usize);

        impl$(<$life>)? std::ops::Index<$name> for [$item] {
            type Output = $item;

            fn index(&self, at: $name) -> &$item {
                &self[at.0]
            }
        }

        impl$(<$life>)? std::ops::Index<$name> for Vec<$item> {
            type Output = $item;

            fn index(&self, at: $name) -> &$item {
                &self[at.0]
            }
        }

        impl$(<$life>)? std::ops::IndexMut<$name> for Vec<$item> {
            fn index_mut(&mut self, at: $name) -> &mut $item {
                &mut self[at.0]
            }
        }
    };
}

pub(in crate::speakers) use index;
