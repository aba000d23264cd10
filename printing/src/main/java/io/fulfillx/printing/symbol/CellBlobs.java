package io.fulfillx.printing.symbol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Marked cells of a grid and the connected groups they form. */
final class CellBlobs {
    private final int columns;
    private final int rows;
    private final boolean[] marked;

    CellBlobs(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.marked = new boolean[columns * rows];
    }

    void mark(int column, int row) {
        marked[row * columns + column] = true;
    }

    private boolean isMarked(int column, int row) {
        return column >= 0
                && row >= 0
                && column < columns
                && row < rows
                && marked[row * columns + column];
    }

    /** Marks short gaps between marked cells of a row. */
    void closeAcross(int gap) {
        for (int row = 0; row < rows; row++) {
            int last = -1;
            for (int column = 0; column < columns; column++) {
                if (isMarked(column, row)) {
                    for (int i = last + 1; last >= 0 && column - last <= gap && i < column; i++) {
                        mark(i, row);
                    }
                    last = column;
                }
            }
        }
    }

    /** Marks short gaps between marked cells of a column. */
    void closeDown(int gap) {
        for (int column = 0; column < columns; column++) {
            int last = -1;
            for (int row = 0; row < rows; row++) {
                if (isMarked(column, row)) {
                    for (int i = last + 1; last >= 0 && row - last <= gap && i < row; i++) {
                        mark(column, i);
                    }
                    last = row;
                }
            }
        }
    }

    /** The boxes around the groups, in cells. Takes the marks away. */
    List<Symbol.Area> boxes() {
        List<Symbol.Area> boxes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (isMarked(column, row)) {
                    boxes.add(take(column, row));
                }
            }
        }
        return boxes;
    }

    private Symbol.Area take(int column, int row) {
        int left = column;
        int right = column;
        int top = row;
        int bottom = row;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(row * columns + column);
        marked[row * columns + column] = false;
        while (!open.isEmpty()) {
            int cell = open.remove();
            int x = cell % columns;
            int y = cell / columns;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int side = 0; side < 4; side++) {
                int nextX = x + (side - 1) % 2;
                int nextY = y + (side - 2) % 2;
                if (isMarked(nextX, nextY)) {
                    marked[nextY * columns + nextX] = false;
                    open.add(nextY * columns + nextX);
                }
            }
        }
        return new Symbol.Area(left, top, right - left + 1, bottom - top + 1);
    }
}
