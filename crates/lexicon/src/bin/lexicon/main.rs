//! `lexicon`: look words up, analyse a text, build the packs, check content, measure against a treebank.

mod analyse;
mod build;
mod check;
mod look_up;
mod measure;

use anyhow::Result;
use clap::{Parser, Subcommand};
use lexicon::Lexicon;
use std::{io, path::PathBuf, process::ExitCode};

/// Dutch words.
#[derive(Parser)]
struct Arguments {
    /// The folder of the packs; the tool works with whatever is in it.
    #[arg(long, global = true, default_value = "data/lexicon")]
    packs: PathBuf,
    /// Leave the packs alone: our own lists and rules.
    #[arg(long, global = true)]
    without_packs: bool,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything that is known of a word, by any of its forms.
    LookUp {
        /// The word as it stands: liep.
        form: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// The words of a text: lemma, kind, split verbs; and its level.
    Analyse {
        /// A file of plain text; - for standard input.
        file: PathBuf,
        /// As JSON: every token with its place and all its candidates.
        #[arg(long)]
        json: bool,
    },
    /// Make the packs from what `deploy/lexicon/fetch` brought.
    Build {
        /// Where the sources lie.
        #[arg(long, default_value = "data/lexicon/sources")]
        from: PathBuf,
    },
    /// Check the words of content files: errors fail, warnings print.
    Check {
        /// The folder of the files: content/topics.
        folder: PathBuf,
        /// Print the sentences in which the analysis takes the word for another.
        #[arg(long)]
        differences: bool,
    },
    /// Accuracy of lemmas and of split verbs on files in CoNLL-U.
    Measure {
        /// Treebank files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print every difference.
        #[arg(long)]
        differences: bool,
        /// Count all words, not only nouns, verbs and adjectives.
        #[arg(long)]
        all: bool,
    },
}

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let open = || -> Result<Lexicon> {
        Ok(if arguments.without_packs { Lexicon::own() } else { Lexicon::open(&arguments.packs)? })
    };
    let done = match &arguments.task {
        Task::LookUp { form, json } => look_up::run(&open()?, form, *json),
        Task::Analyse { file, json } => analyse::run(&open()?, file, *json),
        Task::Build { from } => build::run(from, &arguments.packs),
        Task::Check { folder, differences } => check::run(&open()?, folder, *differences),
        Task::Measure { files, differences, all } => measure::run(&open()?, files, *differences, *all),
    };
    match done {
        // Whoever reads has seen enough: `lexicon look-up liep | head`.
        Err(error)
            if error.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe) =>
        {
            Ok(ExitCode::SUCCESS)
        }
        done => done,
    }
}
