# Oracle of the exact and the robust methods: R, coin and exactRankTests; and independent formulas of
# the exact inversions and of Mann-Kendall's test with Hamed and Rao's correction, for which Debian has
# no package.
# Rscript exact.R > exact.json, with Debian's r-base-core, r-cran-coin and r-cran-exactranktests, in
# this folder.
suppressWarnings(suppressMessages({
  library(coin)
  library(exactRankTests)
}))

read <- function(name) {
  table <- read.csv(file.path("fixtures", paste0(name, ".csv")))
  rep(table$valueUs, table$count)
}

# Values in ms, on the grid of 10 us.
small <- list(
  "8 and 8, no ties" = list(
    x = c(112.31, 118.02, 121.77, 109.45, 130.12, 115.6, 125.03, 141.88),
    y = c(101.2, 99.87, 110.03, 104.41, 119.5, 97.12, 108.66, 123.4)),
  "7 and 11, ties" = list(
    x = c(5, 5, 5.01, 5.03, 5.03, 5.04, 5.1),
    y = c(5, 5.01, 5.01, 5.02, 5.02, 5.02, 5.03, 5.03, 5.05, 5.07, 5.07)),
  "6 and 6, apart" = list(x = c(1, 1.5, 1.7, 1.8, 2, 2.25), y = c(9, 9.1, 9.4, 9.9, 10, 11)),
  "4 and 4, apart" = list(x = c(1, 1.5, 1.7, 1.8), y = c(9, 9.1, 9.4, 9.9)),
  "3 and 3, apart" = list(x = c(1, 1.5, 1.7), y = c(9, 9.1, 9.4)),
  "1 and 9" = list(x = 3, y = c(1, 2, 4, 5, 6, 7, 8, 9, 10)),
  "50 and 49" = list(x = 100 + round((1:50 * 37) %% 101 / 7, 2), y = 101 + round((1:49 * 53) %% 97 / 8, 2)),
  "12 and 9, two values" = list(x = c(rep(2, 9), rep(3, 3)), y = c(rep(2, 3), rep(3, 6)))
)

# The distribution-free interval: no test of 95 % rejects the differences that it spans.
shift_interval <- function(x, y) {
  if (min(length(x), length(y)) < 6) return(NULL)
  differences <- sort(outer(round(100 * x), round(100 * y), "-")) / 100
  k <- qwilcox(0.025, length(x), length(y))
  c(differences[k], differences[length(differences) + 1 - k])
}

median_interval <- function(x) {
  k <- qbinom(0.025, length(x), 0.5)
  if (k == 0) NULL else c(sort(x)[k], sort(x)[length(x) + 1 - k])
}

wilcoxon <- function(case) {
  x <- case$x
  y <- case$y
  group <- factor(rep(c("x", "y"), c(length(x), length(y))))
  p <- as.numeric(pvalue(wilcox_test(c(x, y) ~ group, distribution = exact("shift"))))
  others <- wilcox.exact(x, y, exact = TRUE, conf.int = TRUE)
  stopifnot(abs(p / others$p.value - 1) < 1e-10)
  interval <- shift_interval(x, y)
  if (!is.null(interval) && !anyDuplicated(c(x, y))) {
    stopifnot(all(abs(interval - others$conf.int) < 1e-9))
  }
  list(x = array_of(x), y = array_of(y), p = p, shift = median(outer(round(100 * x), round(100 * y), "-")) / 100,
       interval = interval, medianInterval = median_interval(x))
}

# Of the test's statistic over all relabelings, and the shifts of group one that it does not reject:
# each shift at which some relabeling ties with the observed labels is tried by itself.
permutation <- function(case) {
  one <- case$one
  two <- case$two
  values <- c(one, two)
  weights <- combn(length(values), length(one), function(i) {
    ifelse(seq_along(values) %in% i, 1 / length(one), -1 / length(two))
  })
  difference <- function(v) as.numeric(v %*% weights)
  p_of <- function(shift) {
    all <- difference(c(one - shift, two))
    mean(abs(all) >= abs(all[1]) - 1e-9)
  }
  group <- factor(rep(c("one", "two"), c(length(one), length(two))))
  p <- as.numeric(pvalue(oneway_test(values ~ group, distribution = exact("split-up"))))
  stopifnot(abs(p / p_of(0) - 1) < 1e-9)
  observed <- mean(one) - mean(two)
  at <- difference(values)
  share <- difference(rep(1:0, c(length(one), length(two))))
  ends <- c((observed - at) / (1 - share), (observed + at) / (1 + share))
  ends <- sort(ends[is.finite(ends)])
  accepted <- ends[vapply(ends, p_of, 0) > 0.05]
  smallest <- p_of(1e6)
  list(one = one, two = two, difference = observed, p = p, smallest = smallest,
       interval = if (smallest > 0.05) NULL else range(accepted))
}

groups <- list(
  "8 and 4" = list(one = c(0.31, 0.42, 0.18, 0.55, 0.47, 0.29, 0.36, 0.61), two = c(0.92, 0.58, 0.77, 1.04)),
  "3 and 6" = list(one = c(1.2, 3.4, 2.2), two = c(1.1, 0.3, 2.5, 0.9, 1.7, 0.2)),
  "5 and 5, ties" = list(one = c(1, 2, 2, 3, 4), two = c(2, 3, 4, 4, 5)),
  "3 and 2" = list(one = c(5, 6, 7), two = c(1, 2)),
  "6 and 6" = list(one = c(5.1, 4.9, 6.3, 5.8, 5.5, 6.1), two = c(4.2, 4.4, 5.0, 3.9, 4.6, 4.1))
)

# 60 minutes, each of which may depend on the one before.
walk <- function(memory, slope) {
  set.seed(20)
  round(as.numeric(filter(rnorm(60), memory, "recursive")) + slope * (1:60) / 60 + 20, 3)
}

trend <- function(values) {
  n <- length(values)
  hours <- (seq_len(n) - 1) / 60
  pairs <- combn(n, 2)
  rise <- values[pairs[2, ]] - values[pairs[1, ]]
  slope <- median(rise / (hours[pairs[2, ]] - hours[pairs[1, ]]))
  S <- sum(sign(rise))
  ties <- as.numeric(table(values))
  variance <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  # Residuals that differ by rounding are tied.
  r <- rank(round((values - slope * hours) / (1e-9 * max(abs(values)))))
  rho <- if (var(r) > 0) acf(r, lag.max = n - 1, plot = FALSE)$acf[-1] else numeric(n - 1)
  k <- which(abs(rho) > qnorm(0.975) / sqrt(n))
  correction <- 1 + 2 / (n * (n - 1) * (n - 2)) * sum((n - k) * (n - k - 1) * (n - k - 2) * rho[k])
  z <- if (S == 0) 0 else (S - sign(S)) / sqrt(variance * correction)
  list(values = values, slope = slope, S = S, z = z, p = 2 * pnorm(-abs(z)))
}

series <- list(
  "independent" = walk(0, 0),
  "rising" = walk(0, 2),
  "depends on the minute before" = walk(0.8, 0.5),
  "falling, on a grid" = round(walk(0.5, -4), 1),
  "a straight line" = 0.1 * (1:30),
  "constant" = rep(3, 20)
)

families <- list(c(0.01, 0.04, 0.03), c(0.2, 0.001, 0.2, 1e-9, 0.7, 0.04), c(0.5, 0.6), numeric(0), 0.03)

nearest <- function(name) {
  p <- c(0, 0.001, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)
  as.list(setNames(quantile(read(name), p, type = 1, names = FALSE) / 1000, sprintf("%.17g", p)))
}

json <- function(x) {
  if (is.null(x)) {
    "null"
  } else if (is.list(x)) {
    items <- vapply(x, json, "")
    if (is.null(names(x))) paste0("[", paste(items, collapse = ",\n"), "]")
    else paste0("{\n", paste0('"', names(x), '": ', items, collapse = ",\n"), "\n}")
  } else if (length(x) == 1 && is.null(attr(x, "array"))) {
    sprintf("%.17g", x)
  } else {
    paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
  }
}
array_of <- function(x) structure(x, array = TRUE)

names <- sub("\\.csv$", "", basename(sort(Sys.glob("fixtures/[a-g]-*.csv"))))
cat(json(list(
  nearestRank = sapply(names, nearest, simplify = FALSE),
  wilcoxon = lapply(small, wilcoxon),
  permutation = lapply(groups, permutation),
  trend = lapply(series, trend),
  holm = lapply(families, function(p) list(p = array_of(p), adjusted = array_of(p.adjust(p, "holm"))))
)), "\n", sep = "")
