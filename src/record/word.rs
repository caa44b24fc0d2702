//! Closed lists of words, each a type.

/// Makes an enumeration whose values are words of the content, readable by
/// [`Decode`](crate::decode::Decode), with the nearest word suggested.
macro_rules! words {
    ($(#[$meta:meta])* $what:literal $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* #[doc = concat!("`", $word, "`")] $variant,)+ }

        impl $name {
            /// Every value with its word, in the order of the documentation.
            pub const ALL: &'static [(&'static str, $name)] = &[$(($word, $name::$variant),)+];

            /// The word in the content.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(value: $crate::decode::Value<'_>) -> Option<Self> {
                value.word($what, $name::ALL)
            }
        }
    };
}

pub(super) use words;
