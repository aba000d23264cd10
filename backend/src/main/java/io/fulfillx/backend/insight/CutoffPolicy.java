package io.fulfillx.backend.insight;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an order has to leave: one placed before the cutoff of a working day leaves by that cutoff
 * so many working days later, any other as if it had been placed on the next working day.
 *
 * @param days working days between the order's day and the day it leaves, 0 for the same day
 * @param weekends whether Saturdays and Sundays are working days
 */
record CutoffPolicy(LocalTime cutoff, ZoneId zone, int days, boolean weekends) {
    Instant dueAt(Instant placed) {
        ZonedDateTime local = placed.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (!works(day) || local.toLocalTime().isAfter(cutoff)) {
            day = next(day);
        }
        for (int i = 0; i < days; i++) {
            day = next(day);
        }
        return day.atTime(cutoff).atZone(zone).toInstant();
    }

    private LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!works(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean works(LocalDate day) {
        return weekends
                || (day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
}
