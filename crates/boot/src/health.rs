//! Whether an instance that runs on this machine is ready: for whoever looks after its process.

use crate::{Context, InternalConfig, config::OpsConfig, http_client, http_client_builder};
use anyhow::Context as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Asks the ops port of this configuration.
///
/// # Errors
/// Nobody answers there, or it is not ready; with what it lacks.
pub(crate) async fn ask(context: &Context) -> anyhow::Result<()> {
    let ops = context.config::<OpsConfig>()?;
    let host =
        if ops.listen.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { ops.listen.ip() };
    let address = SocketAddr::new(host, ops.listen.port());
    let (client, root) = match ops.tls {
        false => (http_client(None)?, format!("http://{address}")),
        true => {
            let internal = context.config::<InternalConfig>()?;
            let name = format!("{}.{}", context.service(), internal.domain);
            let client = http_client_builder(Some(&internal.ca_file))?.resolve(&name, address).build()?;
            (client, format!("https://{name}:{}", address.port()))
        }
    };
    let answer = client.get(format!("{root}/health/ready")).send().await.context("nobody answers")?;
    let ready = answer.status().is_success();
    anyhow::ensure!(ready, "not ready: {}", answer.text().await.unwrap_or_default());
    Ok(())
}
