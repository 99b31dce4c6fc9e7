# Oracle of two-sided Student quantiles, also far out in the tail.
# Rscript student.R > student.json, with Debian's r-base-core.
df <- c(1, 1.5, 1.84, 2, 3, 4.37, 9, 18, 29, 100, 1000, 1e4, 9e4, 2e5, 1e6)
alpha <- c(0.9, 0.5, 0.05, 0.001, 1e-6, 1e-12, 1e-30, 1e-100)
row <- function(d) {
  t <- qt(alpha / 2, d, lower.tail = FALSE)
  paste0('"', sprintf("%.17g", alpha), '": ', sprintf("%.17g", t), collapse = ", ")
}
cat("{\n", paste0(' "', sprintf("%.17g", df), '": {', vapply(df, row, ""), "}",
                   collapse = ",\n"), "\n}\n", sep = "")
