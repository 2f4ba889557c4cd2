//! The client over a scripted transport.

use mirrordeck::api::client::Client;
use mirrordeck::api::transport::Transport;
use mirrordeck::model::delete::DeleteOrder;
use mirrordeck::model::device::{DeviceName, SearchBy};
use mirrordeck::model::mirror::{MirrorId, MirrorUpdate};

/// Compiles only while every method can run in a spawned task, over any transport.
#[allow(dead_code)]
fn every_future_can_be_spawned<T: Transport>(
    client: &Client<T>,
    device: &DeviceName,
    target: &MirrorId,
    update: &MirrorUpdate,
    order: &DeleteOrder,
) {
    fn spawnable(_: impl Send) {}
    spawnable(client.list_devices(0, 10));
    spawnable(client.search_devices(SearchBy::Name, "", 0, 10));
    spawnable(client.view_device(device));
    spawnable(client.list_mirrors(device));
    spawnable(client.view_mirror(target));
    spawnable(client.update_mirror(target, update));
    spawnable(client.delete_mirror(order));
    spawnable(client.look(target));
}
