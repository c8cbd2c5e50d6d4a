use crate::{
    config::PasswordsConfig,
    credentials::{Passwords, passwords::Cost},
    domain::Password,
};
use boot::Context;
use std::{
    io::Write,
    time::{Duration, Instant},
};

/// About what a log-in may cost a core.
const TARGET: Duration = Duration::from_millis(50);
const MOST_PASSES: u32 = 64;

/// Prints the most passes that stay within the target, as variables to set.
pub(super) async fn calibrate(context: &Context) -> anyhow::Result<()> {
    let memory_kib = context.config::<PasswordsConfig>()?.memory_kib;
    let mut best = Cost { memory_kib, ..Cost::FLOOR };
    let mut took = time(best, context).await?;
    while took < TARGET && best.passes < MOST_PASSES {
        let dearer = Cost { passes: best.passes + 1, ..best };
        let next = time(dearer, context).await?;
        if next > TARGET {
            break;
        }
        (best, took) = (dearer, next);
    }
    writeln!(
        std::io::stdout(),
        "TALL_PASSWORDS__MEMORY_KIB={}\nTALL_PASSWORDS__PASSES={}\n# {} ms a hash",
        best.memory_kib,
        best.passes,
        took.as_millis()
    )?;
    Ok(())
}

/// The best of three, since anything else on the machine only adds.
async fn time(cost: Cost, context: &Context) -> anyhow::Result<Duration> {
    let random = context.random();
    let passwords = Passwords::new(cost, 1, 0, random.array(), &prometheus::Registry::new())?;
    let password = Password::parse(&"correct horse battery staple".into())?;
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let began = Instant::now();
        passwords.hash(&password, random.array()).await?;
        best = best.min(began.elapsed());
    }
    Ok(best)
}
