# Oracle of the intervals of means.
# Rscript engine.R > engine.json, with Debian's r-base-core and r-cran-clubsandwich, in this folder.
source("assess.R")

mean_psi <- function(v, sign = 1) sign * (v - mean(v)) / length(v)
log_psi <- function(v, sign = 1) mean_psi(v, sign) / mean(v)

one <- function(x, null, run = FALSE) {
  assess(list(x), list(mean_psi(x$v)), null, mean(x$v), run)
}
difference <- function(a, b, null, run = FALSE) {
  assess(list(a, b), list(mean_psi(a$v), mean_psi(b$v, -1)), null, mean(a$v) - mean(b$v), run)
}
ratio <- function(a, b, null, run = FALSE) {
  assess(list(a, b), list(log_psi(a$v), log_psi(b$v, -1)), log(null),
         log(mean(a$v) / mean(b$v)), run)
}

two_streams <- function(x) x[x$stream %in% c("h-unequal-0", "h-unequal-3"), ]

h <- read("h-unequal")
b <- read("h-baseline")
cases <- list(
  "mean" = one(h, 8),
  "mean of two streams" = one(two_streams(h), 8),
  "mean, this run" = one(h, 8, run = TRUE),
  "difference" = difference(h, b, 0),
  "ratio" = ratio(h, b, 1),
  "ratio, other way round" = ratio(b, h, 1.1),
  "ratio, this run" = ratio(h, b, 1, run = TRUE),
  "ratio, three hours apart" = ratio(h, shifted(b, 3 * 3600 * 1000), 1),
  "difference, three hours apart" = difference(h, shifted(b, 3 * 3600 * 1000), 0),
  "ratio, half overlapping" = ratio(h, shifted(b, 1800 * 1000), 1),
  "ratio, in ten minutes" = ratio(hastened(h, 6), hastened(b, 6), 1),
  "ratio, separated" = ratio(h, slower(b, 1000), 1)
)

write(cases)
