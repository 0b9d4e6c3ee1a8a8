/** The tables of a release come in, row by row. A workbook for Excel goes out. */
@NullMarked
package se.jamlik.reports.excel;

import org.jspecify.annotations.NullMarked;
