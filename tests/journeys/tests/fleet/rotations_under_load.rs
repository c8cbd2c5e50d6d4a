//! Keys and passwords change while people log in, refresh and read.

use anyhow::Context;
use boot::{CancellationToken, Clock, SystemClock};
use futures::future::try_join_all;
use journeys::{Device, Fleet, Reply, Role, operator, stores};
use std::time::Duration;
use tokio::{task::JoinHandle, time::sleep};

const REFRESHERS: usize = 4;
const SECRETS: [&str; 3] = ["profile/signing", "profile/refresh", "postgres/profile"];
/// A service of the test stack reads its keys every five seconds, and the file of its credentials every second.
const EVERYWHERE: Duration = Duration::from_secs(12);

/// What a device asked for, and how it was answered.
#[derive(Default)]
struct Asked {
    answered: usize,
    failed: Vec<String>,
}

impl Asked {
    fn note(&mut self, what: &str, status: u16, reply: &anyhow::Result<Reply>) {
        match reply {
            Ok(reply) if reply.status == status => self.answered += 1,
            Ok(reply) => self.failed.push(format!("{what}: {} {}", reply.status, reply.body)),
            Err(error) => self.failed.push(format!("{what}: {error:#}")),
        }
    }
}

/// Refreshes and reads in three services, each time with the newest token; logs in anew now and then.
fn live(mut device: Device, name: String, until: CancellationToken) -> JoinHandle<(Device, Asked)> {
    tokio::spawn(async move {
        let mut asked = Asked::default();
        for turn in 1_u32.. {
            asked.note("refresh", 200, &device.refresh().await);
            for path in ["/api/v2/profile/me", "/api/v2/lobby/products", name.as_str()] {
                asked.note(path, 200, &device.get(path).await);
            }
            if turn % 8 == 0 {
                asked.note("log-in", 201, &device.log_in_anew().await);
            }
            if until.is_cancelled() {
                break;
            }
            sleep(Duration::from_millis(250)).await;
        }
        (device, asked)
    })
}

/// The keys with which tokens are signed and sealed.
async fn in_use(device: &mut Device) -> anyhow::Result<(String, String)> {
    device.refresh().await?.expect(200);
    Ok((device.signed_by()?, device.sealed_by()?))
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_and_passwords_change_and_no_request_fails() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Ruth").await?;
    let name = format!("/api/v2/pii/people/{}/name", student.id);
    let mut witness = student.on_a_device().await?;
    let (signed, sealed) = in_use(&mut witness).await?;
    let login = operator::login_of("profile").await?;

    let until = CancellationToken::new();
    let mut devices = Vec::new();
    for number in 0..REFRESHERS {
        let person = fleet.somebody(Role::Student, &format!("Rik{number}")).await?;
        let name = format!("/api/v2/pii/people/{}/name", person.id);
        devices.push(live(person.on_a_device().await?, name, until.clone()));
    }

    let rotated = async {
        for secret in SECRETS {
            operator::rotate("add", secret).await?;
        }
        sleep(EVERYWHERE).await;
        let promoted = SystemClock.now();
        for secret in SECRETS {
            operator::rotate("promote", secret).await?;
        }
        let new_login = operator::login_of("profile").await?;
        anyhow::ensure!(new_login != login, "{login} stays");
        sleep(EVERYWHERE).await;
        let now = in_use(&mut witness).await?;
        anyhow::ensure!(now.0 != signed && now.1 != sealed, "tokens are made with the old keys: {now:?}");
        let logins = stores::logins_since("profile", promoted).await?;
        anyhow::ensure!(logins.contains(&new_login), "{new_login} is not used: {logins:?}");
        for secret in SECRETS {
            operator::rotate("forget", secret).await?;
        }
        sleep(EVERYWHERE).await;
        witness.get(&name).await?.expect(200);
        anyhow::Ok(())
    };
    let rotated = rotated.await;
    until.cancel();
    let lived = try_join_all(devices).await.context("a device")?;
    rotated?;

    let answered: usize = lived.iter().map(|(_, asked)| asked.answered).sum();
    let failed: Vec<_> = lived.iter().flat_map(|(_, asked)| &asked.failed).collect();
    println!("{answered} requests were answered meanwhile");
    assert!(failed.is_empty(), "{} failed: {failed:#?}", failed.len());
    assert!(answered > REFRESHERS * 40, "{answered} requests are no load");
    for (mut device, _) in lived {
        device.refresh().await?.expect(200);
        assert_ne!(device.signed_by()?, signed);
    }
    Ok(())
}
