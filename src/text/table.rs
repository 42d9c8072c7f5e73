//! A table of texts: each text once, in both languages side by side. A missing translation
//! does not compile. May not know what any text is about.

/// Declares a struct of texts with its two constants, `DA` and `EN`. A text may hold places
/// `{}` for [`crate::text::fill`], in the same order in both languages.
macro_rules! text_table {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $da:literal, $en:literal;)* }) => {
        $(#[$meta])*
        pub struct $name {
            $(#[doc = $en] pub $field: &'static str,)*
        }

        impl $name {
            /// In Danish.
            pub const DA: Self = Self { $($field: $da,)* };
            /// In English.
            pub const EN: Self = Self { $($field: $en,)* };
            /// Name, Danish and English of every text.
            #[cfg(test)]
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] =
                &[$((stringify!($field), $da, $en),)*];
        }
    };
}
pub(crate) use text_table;
