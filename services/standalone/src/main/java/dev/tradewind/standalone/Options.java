package dev.tradewind.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user asked for.
 *
 * @param port the gateway's port
 * @param files patterns of files to submit; else the modelled data set
 * @param period the month to show; else the newest
 * @param data the directory that keeps the data; else they go at the end
 * @param slack a real incoming webhook
 * @param closed whether everybody needs a key
 * @param exit whether to stop after printing
 * @param maven if Maven started this, and this has to end with it: where to note a failure, whose
 *     message Maven itself would bury under a stack trace
 * @param help whether to only explain the options
 */
record Options(
    OptionalInt port,
    Optional<String> files,
    Optional<YearMonth> period,
    Optional<Path> data,
    Optional<URI> slack,
    boolean closed,
    boolean exit,
    Optional<Path> maven,
    boolean help) {

  static final int DEFAULT_PORT = 8080;

  static final String USAGE =
      """
      Usage: java -jar tradewind.jar [options]

        --port=8080          the gateway's port
        --files=A,B          CSV or .csv.gz files, as one submission: a comma list; each may be a glob
        --period=2025-07     the month shown; the newest otherwise
        --data=DIRECTORY     keep the data there; the next start goes on from them
        --slack=URL          send to a real Slack incoming webhook; also read from TRADEWIND_SLACK_WEBHOOK_URL
        --closed             nobody gets in without a key; one is made and printed
        --exit               stop after printing; the exit code says whether all went well
        --help               this text
      """;
}
