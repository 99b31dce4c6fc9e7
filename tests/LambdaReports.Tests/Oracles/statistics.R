# Oracle of the statistics besides the mean: the influence function of each, written out record by record from
# its definition, and the engine's parts of it.
# Rscript statistics.R > statistics.json, with Debian's r-base-core, r-cran-clubsandwich and r-cran-survey, in
# this folder.
source("assess.R")
suppressWarnings(suppressMessages(library(survey)))

step <- 0.01 # ms

# Eight copies, each of other sandboxes, times and values, for tail quantiles; and those half an hour later.
enlarged <- function(x) do.call(rbind, lapply(0:7, function(k) data.frame(
  stream = paste(x$stream, k, seq_along(x$v) %% 4),
  ms = start + (x$ms - start + 97001 * k) %% 3600000,
  v = (round(x$v * 1000) + 10 * ((7919 * k + 31 * round(x$v * 100)) %% 101)) / 1000)))

turned <- function(x) data.frame(
  stream = x$stream, ms = start + (x$ms - start + 1800000) %% 3600000, v = (floor(round(x$v * 100) * 13 / 10) + 200) / 100)

# The values of a table over five streams and an hour.
spread <- function(name) {
  x <- read.csv(file.path("fixtures", paste0(name, ".csv")))
  v <- rep(x$valueUs, x$count) / 1000
  i <- seq_along(v) - 1
  data.frame(stream = i %% 5, ms = start + (37 * i) %% length(v) * 3600000 %/% length(v), v = v)
}

# Influence functions over n, each with the value.
deviation <- function(v) {
  d <- abs(v - median(v))
  list(value = mean(d), psi = (d - mean(d)) / length(v))
}
average <- function(v) list(value = mean(v), psi = (v - mean(v)) / length(v))
winsorized <- function(v, share) {
  w <- pmin(pmax(v, quantile(v, share, type = 7)), quantile(v, 1 - share, type = 7))
  list(value = mean(w), psi = (w - mean(w)) / length(v))
}
exceedance <- function(v, limit) {
  above <- as.numeric(v > limit)
  list(value = mean(above), psi = (above - mean(above)) / length(v))
}

# The j-th smallest of c records of one value is expected at v - 1/2 + j/(c + 1) steps.
derounded <- function(v) {
  first <- rank(v, ties.method = "min")
  j <- rank(v, ties.method = "first") - first + 1
  v + step * (j / (ave(v, v, FUN = length) + 1) - 0.5)
}

# A quantile's psi needs the interval of F at it, on the blocks of the contrast.
quantiles <- function(samples, p, run = FALSE) {
  laid <- lay(samples)
  Map(function(x, block, span) {
    n <- nrow(x)
    at <- function(p) quantile(derounded(x$v), p, type = 7, names = FALSE)
    q <- at(p)
    below <- pmin(pmax((q - x$v) / step + 0.5, 0), 1)
    psi <- (below - mean(below)) / n
    s <- if (run) NULL else sandbox_part(list(x), list(psi))
    C <- half_width(0.05, s, time_part(series(block, psi, span)), if (run) 0 else sum(psi^2))
    # Wider than the tail, the interval gives no density: its nearer half does.
    tail <- min(p, 1 - p)
    if (C >= tail) return(list(value = q, psi = -psi / (tail / (at(p + tail / 2) - at(p - tail / 2))), C = C))
    low <- at(p - C)
    high <- at(p + C)
    list(value = q, psi = -psi / (2 * C / (high - low)), low = low, high = high, C = C)
  }, samples, laid$blocks, laid$spans)
}
over <- function(a, b) {
  value <- a$value / b$value
  list(value = value, psi = (a$psi - value * b$psi) / b$value)
}

assess_tables <- function(samples, psis, null, estimate, ...)
  assess(samples, psis, null, estimate, cells = FALSE, ...)
single <- function(x, found, null, ...) assess_tables(list(x), list(found$psi), null, found$value, ...)
single_log <- function(x, found, null) assess_tables(list(x), list(found$psi / found$value), log(null), log(found$value))
difference <- function(samples, found, null) assess_tables(
  samples, list(found[[1]]$psi, -found[[2]]$psi), null, found[[1]]$value - found[[2]]$value)
log_ratio <- function(samples, found, null, ...) assess_tables(
  samples, list(found[[1]]$psi / found[[1]]$value, -found[[2]]$psi / found[[2]]$value), log(null),
  log(found[[1]]$value / found[[2]]$value), ...)
logit <- function(x) log(x / (1 - x))
logit_share <- function(x, limit, null) {
  found <- exceedance(x$v, limit)
  assess_tables(list(x), list(found$psi / (found$value * (1 - found$value))), logit(null), logit(found$value))
}

# The log of D over the mean, as a difference of logs.
relative <- function(samples, null) {
  psis <- lapply(samples, function(x) {
    d <- deviation(x$v)
    m <- average(x$v)
    list(value = log(d$value) - log(m$value), psi = d$psi / d$value - m$psi / m$value)
  })
  assess_tables(samples, list(psis[[1]]$psi, -psis[[2]]$psi), log(null), psis[[1]]$value - psis[[2]]$value)
}

# Placements: the share of the other sample beyond each record, ties by half.
superiority <- function(a, b, null) {
  below <- outer(round(a$v * 1000), round(b$v * 1000), function(x, y) (x < y) + (x == y) / 2)
  theta <- mean(below)
  one <- rowMeans(below)
  other <- colMeans(below)
  n <- length(one)
  m <- length(other)
  slope <- 1 / (theta * (1 - theta))
  found <- assess_tables(list(a, b), list((one - theta) / n * slope, (other - theta) / m * slope),
                         logit(null), logit(theta))
  # Brunner and Munzel's test is that of the same psi for independent records, with n - 1 instead of n.
  V <- c(sum(((one - theta) / n)^2) * n / (n - 1), sum(((other - theta) / m)^2) * m / (m - 1))
  t <- (theta - 0.5) / sqrt(sum(V))
  df <- sum(V)^2 / sum(V^2 / (c(n, m) - 1))
  c(found, list(theta = theta, independentP = 2 * pt(-abs(t), df)))
}

# What Clopper and Pearson's bound leaves of as many records as are worth being independent.
worth <- function(n, found) n / max(found$designEffect, 1)
bounds <- function(a, b) {
  ratio <- assess(list(a, b), list(average(a$v)$psi / mean(a$v), -average(b$v)$psi / mean(b$v)), 0,
                  log(mean(a$v) / mean(b$v)))
  mean <- assess(list(a), list(average(a$v)$psi), 1, mean(a$v))
  list(superiorityLow = qbeta(0.05, worth(min(nrow(a), nrow(b)), ratio), 1),
       exceedanceHigh = qbeta(0.95, 1, worth(nrow(a), mean)))
}

interval <- function(x, p, null, ...) {
  found <- quantiles(list(x), p, ...)[[1]]
  # The side of the hypothesis counts as wide as the symmetrical interval.
  side <- abs((if (null > found$value) found$high else found$low) - found$value)
  width <- single(x, found, null, ...)$halfWidth05
  away <- found$value + (null - found$value) * width / side
  tested <- single(x, found, away, ...)
  tested$null <- null
  c(tested, list(low = found$low, high = found$high, probabilityHalfWidth = found$C))
}

# The rounding undone at random, again and again.
jittered <- function(v, p) {
  set.seed(20180131)
  mean(replicate(1000, quantile(v + runif(length(v), -step / 2, step / 2), p, type = 7, names = FALSE)))
}
unrounded <- function(v) {
  p <- c(0.001, 0.1, 0.5, 0.9, 0.99)
  list(probability = p, expected = quantile(derounded(v), p, type = 7, names = FALSE),
       jittered = vapply(p, function(q) jittered(v, q), 0))
}

# Woodruff's interval is survey's, where sandboxes are all there is: equally busy ones, as its V has G/(G - 1)
# for all of them where CR2 has 1/(1 - h) for each.
agrees_with_survey <- function(x, p) {
  x <- do.call(rbind, lapply(split(x, x$stream), head, 60))
  x <- x[x$stream %in% names(which(table(x$stream) == 60)), ]
  x$o <- derounded(x$v)
  G <- length(unique(x$stream))
  design <- svydesign(ids = ~stream, data = x, weights = ~1)
  theirs <- confint(svyquantile(~o, design, p, interval.type = "mean", qrule = "hf7", df = G - 1))
  below <- as.numeric(x$o <= quantile(x$o, p, type = 7))
  psi <- (below - mean(below)) / nrow(x)
  C <- qt(0.975, G - 1) * sqrt(sandbox_part(list(x), list(psi))$V)
  stopifnot(G >= 5, all.equal(
    as.numeric(theirs), quantile(x$o, mean(below) + c(-C, C), type = 7, names = FALSE), tolerance = 1e-6))
}

h <- read("h-unequal")
b <- read("h-baseline")
both <- list(h, b)
apart <- list(h, shifted(b, 3 * 3600 * 1000))
H <- enlarged(h)
large <- list(H, turned(H))
two <- spread("d-two-values")
fast <- spread("e-fast")
slow <- spread("e-slow")
lonely <- rbind(h, data.frame(stream = "lonely", ms = start + 1800000, v = 40))
each <- function(samples, statistic, ...) lapply(samples, function(x) statistic(x$v, ...))
ratios <- function(above, below) Map(over, above, below)
q50 <- quantiles(large, 0.5)
q99 <- quantiles(large, 0.99)
q999 <- quantiles(large, 0.999)
agrees_with_survey(H, 0.5)
agrees_with_survey(H, 0.9)

cases <- list(
  "D" = single(h, deviation(h$v), 3),
  "D, this run" = single(h, deviation(h$v), 3, run = TRUE),
  "D, difference" = difference(both, each(both, deviation), 0),
  "D, ratio" = log_ratio(both, each(both, deviation), 1),
  "D, ratio, three hours apart" = log_ratio(apart, each(apart, deviation), 1),
  "D over mean" = single_log(h, over(deviation(h$v), average(h$v)), 0.3),
  "D over mean, ratio" = relative(both, 1.25),
  "winsorized" = single(h, winsorized(h$v, 0.1), 8),
  "winsorized, ratio" = log_ratio(both, each(both, winsorized, 0.001), 1),
  "exceedance" = logit_share(h, 12, 0.5),
  "exceedance, difference" = difference(both, each(both, exceedance, 12), 0),
  "p50" = interval(h, 0.5, 8),
  "p50, this run" = interval(h, 0.5, 8, run = TRUE),
  "p50, difference" = difference(both, quantiles(both, 0.5), 0),
  "p50, difference, three hours apart" = difference(apart, quantiles(apart, 0.5), 0),
  "p50, ratio" = log_ratio(both, quantiles(both, 0.5), 1),
  "p90" = interval(H, 0.9, 15),
  "p99" = interval(H, 0.99, 30),
  "p99, difference" = difference(large, q99, 0),
  "p99, ratio" = log_ratio(large, q99, 1),
  "p95 of few sandboxes, ratio" = log_ratio(both, quantiles(both, 0.95), 1),
  "p99 over p50" = single_log(H, over(q99[[1]], q50[[1]]), 3),
  "p99 over p50, ratio" = log_ratio(large, ratios(q99, q50), 1),
  "p99.9 over mean" = single_log(H, over(q999[[1]], average(H$v)), 3),
  "p99.9 over mean, ratio" = log_ratio(large, ratios(q999, each(large, average)), 1),
  "P(A < B)" = superiority(h, b, 0.5),
  "P(A < B), other way round" = superiority(b, h, 0.6),
  "P(A < B), three hours apart" = superiority(h, apart[[2]], 0.5),
  "two values, D" = single(two, deviation(two$v), 0.002),
  "two values, p50" = interval(two, 0.5, 5.008),
  "two values, winsorized" = single(two, winsorized(two$v, 0.1), 5.005),
  "a stream of one record, D, ratio" = log_ratio(list(lonely, b), each(list(lonely, b), deviation), 1),
  "a stream of one record, p50, difference" = difference(list(lonely, b), quantiles(list(lonely, b), 0.5), 0),
  "a stream of one record, P(A < B)" = superiority(lonely, b, 0.5),
  "separated, D, ratio" = log_ratio(list(fast, slow), each(list(fast, slow), deviation), 1),
  "separated, p50, difference" = difference(list(fast, slow), quantiles(list(fast, slow), 0.5), 0),
  "bounds" = bounds(fast, slow),
  "unrounded" = unrounded(h$v)
)
write(cases)
