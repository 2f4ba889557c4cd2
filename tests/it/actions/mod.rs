//! What random episodes have found, each by itself.

mod cut_off;
mod doubt;
mod panes;
mod program;
