# The decompositions of the R package decompr of the same table, in milliseconds. Needs decompr
# (and matrixStats, which it uses).
arguments <- commandArgs(trailingOnly = TRUE)
G <- as.integer(arguments[4])
output <- readBin(arguments[3], "double", 1e8)
n <- length(output)
flows <- matrix(readBin(arguments[1], "double", n * n), n, n, byrow = TRUE)
demand <- matrix(readBin(arguments[2], "double", n * G), n, G, byrow = TRUE)
suppressPackageStartupMessages(library(decompr))

timed <- function(name, run) {
  seconds <- system.time(result <- run())
  processor <- seconds[["user.self"]] + seconds[["sys.self"]]
  cat(sprintf("%-58s %8.0f ms %8.0f of processor\n", name, seconds[["elapsed"]] * 1000, processor * 1000))
  result
}

economies <- sprintf("E%02d", seq_len(G))
industries <- sprintf("I%02d", seq_len(n / G))
loaded <- timed("decompr: inverses", function() {
  load_tables_vectors(x = flows, y = demand, k = economies, i = industries, o = output)
})
invisible(timed("decompr: Koopman, Wang and Wei", function() kww(loaded)))
invisible(timed("decompr: Wang, Wei and Zhu", function() wwz(loaded)))
invisible(timed("decompr: origin by exporter (leontief)", function() leontief(loaded, post = "exports")))
