# Oracle of the quantiles: R's quantile(type = 7) on the expanded data.
# Rscript quantiles.R > quantiles.json, with Debian's r-base-core, in this folder.
probabilities <- c(0, 0.001, 0.01, 0.07, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)

quantiles <- function(path) {
  table <- read.csv(path)
  x <- rep(table$valueUs, table$count)
  q <- quantile(x, probabilities, type = 7, names = FALSE) / 1000
  paste0('"', sprintf("%.17g", probabilities), '": ', sprintf("%.17g", q), collapse = ", ")
}

paths <- sort(Sys.glob("fixtures/[a-g]-*.csv"))
names <- sub("\\.csv$", "", basename(paths))
cat("{\n", paste0(' "', names, '": {', vapply(paths, quantiles, ""), "}", collapse = ",\n"),
    "\n}\n", sep = "")
