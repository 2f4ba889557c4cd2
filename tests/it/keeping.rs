//! What is on the disk, and when: copies and journal around each deletion and restore.

mod deleting;
mod desk;
mod restoring;
mod running;
mod starting;
