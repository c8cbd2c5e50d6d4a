mod passkeys;
mod races;
mod recovery_codes;
mod totp;
