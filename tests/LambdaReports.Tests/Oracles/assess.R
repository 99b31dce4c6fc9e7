# The engine again, for the oracles beside it: clubSandwich's CR2 for the sandbox part, and the other parts
# from their definitions, record by record and with full matrices.
suppressWarnings(suppressMessages(library(clubSandwich)))

lengths <- c(1, 5, 15, 60, 300, 900, 3600, 14400, 43200, 86400, 345600)

# The longest block that gives 48 blocks from the first record to the last.
block_length <- function(ms) {
  counts <- vapply(lengths, function(s) diff(floor(range(ms) / (1000 * s))) + 1, 0)
  max(lengths[counts >= 48], 1)
}

cr2 <- function(psi, stream) {
  fit <- lm(I(psi * length(psi)) ~ 1)
  variance <- vcovCR(fit, cluster = stream, type = "CR2")
  test <- coef_test(fit, vcov = variance, test = "Satterthwaite")
  list(V = as.numeric(variance), df = test[[grep("^df", names(test))[1]]])
}

# Satterthwaite's degrees of freedom where sandboxes differ and nothing else does.
sandbox_df <- function(stream) {
  h <- as.numeric(table(stream)) / length(stream)
  G <- length(h)
  M <- diag(1 / sqrt(1 - h)) %*% diag(h) %*% (diag(G) - matrix(1, G, 1) %*% t(h))
  B <- M %*% t(M)
  sum(diag(B))^2 / sum(B^2)
}

ewc <- function(p, B) {
  T <- length(p)
  j <- outer(1:B, (1:T) - .5) * pi / T
  T * mean((sqrt(2 / T) * (cos(j) %*% p))^2)
}

time_part <- function(p) {
  T <- length(p)
  B <- max(2, floor(0.2 * T^(2 / 3) + 1e-9))
  r <- acf(p, lag.max = 1, plot = FALSE, demean = FALSE)$acf[2]
  phi <- min(max(r + (1 + 4 * r) / T, 0), 0.97)
  f <- function(w) 1 / (1 - 2 * phi * cos(w) + phi^2)
  list(V = ewc(p, B) * f(0) / mean(f(pi * (1:B) / T)), df = B, phi = phi, T = T)
}

satterthwaite <- function(V, df) sum(V)^2 / sum(V^2 / df)

half_width <- function(alpha, s, t, Vi) {
  z <- qnorm(alpha / 2, lower.tail = FALSE)
  ts <- if (is.null(s)) 0 else qt(alpha / 2, s$df, lower.tail = FALSE)^2 * s$V
  tt <- qt(alpha / 2, t$df, lower.tail = FALSE)^2 * t$V
  sqrt(max(ts + tt - z^2 * Vi, ts, tt))
}

p_value <- function(distance, s, t, Vi) {
  exp(uniroot(function(u) log(half_width(exp(u), s, t, Vi) / distance),
              c(log(1e-90), log(1 - 1e-9)), tol = 1e-14, maxiter = 1000)$root)
}

# The blocks of each sample: common ones where they share 80 % of their time, else its own.
lay <- function(samples) {
  seconds <- block_length(unlist(lapply(samples, `[[`, "ms")))
  spans <- vapply(samples, function(x) range(floor(x$ms / (1000 * seconds))), c(0, 0))
  shared <- min(spans[2, ]) - max(spans[1, ]) + 1
  simultaneous <- shared / (max(spans) - min(spans) + 1) >= 0.8
  own <- lapply(samples, function(x) if (simultaneous) seconds else block_length(x$ms))
  blocks <- Map(function(x, s) floor(x$ms / (1000 * s)), samples, own)
  spans <- lapply(blocks, function(b) if (simultaneous) range(unlist(blocks)) else range(b))
  list(simultaneous = simultaneous, blocks = blocks, spans = spans)
}

# Sums of psi over each block of a span.
series <- function(block, psi, span) {
  sums <- tapply(psi, factor(block, levels = seq(span[1], span[2])), sum)
  as.numeric(ifelse(is.na(sums), 0, sums))
}

sandbox_part <- function(samples, psis) {
  each <- Map(function(x, psi) cr2(psi, x$stream), samples, psis)
  Vs <- vapply(each, `[[`, 0, "V")
  model <- vapply(samples, function(x) sandbox_df(x$stream), 0)
  list(V = sum(Vs), df = satterthwaite(Vs, model), independenceDf = vapply(each, `[[`, 0, "df"))
}

# One contrast: a list of samples, each with stream, ms, v (in ms); psi per record with its sign. cells: V_i is
# that of the cells, else that of independent records.
assess <- function(samples, psis, null, estimate, run = FALSE, cells = TRUE) {
  laid <- lay(samples)
  sums <- Map(series, laid$blocks, psis, laid$spans)
  parts <- lapply(if (laid$simultaneous) list(Reduce(`+`, sums)) else sums, time_part)
  Vt <- vapply(parts, `[[`, 0, "V")
  t <- list(V = sum(Vt), df = satterthwaite(Vt, vapply(parts, `[[`, 0, "df")),
            phi = max(vapply(parts, `[[`, 0, "phi")))
  Viid <- sum(unlist(psis)^2)
  s <- NULL
  Vi <- 0
  extra <- list()
  if (!run) {
    s <- sandbox_part(samples, psis)
    Vi <- if (!cells) Viid else sum(unlist(Map(
      function(x, b, psi) tapply(psi, paste(x$stream, b), sum)^2, samples, laid$blocks, psis)))
    extra <- list(sandboxVariance = s$V, sandboxDf = s$df, cellVariance = Vi, independenceDf = s$independenceDf)
  }
  V <- if (run) t$V else max(s$V + t$V - Vi, s$V, t$V)
  distance <- abs(estimate - null)
  c(list(estimate = estimate, timeVariance = t$V, timeDf = t$df, autocorrelation = t$phi,
         blocks = vapply(parts, `[[`, 0, "T"), independentVariance = Viid,
         designEffect = V / Viid, halfWidth05 = half_width(0.05, s, t, Vi),
         halfWidth001 = half_width(0.001, s, t, Vi), null = null,
         p = p_value(distance, s, t, Vi)), extra)
}

read <- function(name) {
  x <- read.csv(file.path("fixtures", paste0(name, ".csv")))
  data.frame(stream = x$stream, ms = x$timeMs, v = x$valueUs / 1000)
}
shifted <- function(x, by) { x$ms <- x$ms + by; x }
start <- 1750003200000
hastened <- function(x, by) { x$ms <- start + floor((x$ms - start) / by); x }
slower <- function(x, by) { x$v <- x$v + by; x }

number <- function(x) {
  text <- sprintf("%.17g", x)
  if (length(text) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
}
object <- function(x) paste0('  "', names(x), '": ', vapply(x, number, ""), collapse = ",\n")
write <- function(cases) {
  cat("{\n", paste0(' "', names(cases), '": {\n', vapply(cases, object, ""), "\n }", collapse = ",\n"),
      "\n}\n", sep = "")
}
