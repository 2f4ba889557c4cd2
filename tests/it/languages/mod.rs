//! The screens in each language.

mod fleet;
