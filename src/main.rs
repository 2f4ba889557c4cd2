//! Wires the program together.

fn main() {}
