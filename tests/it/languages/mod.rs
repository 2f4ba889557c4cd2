//! Screens in Korean and Japanese.

mod panes;
