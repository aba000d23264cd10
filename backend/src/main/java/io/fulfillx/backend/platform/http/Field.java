package io.fulfillx.backend.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the API description what a type cannot say of a field. The use case still checks it; the
 * test of examples sees that both agree.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /** True when a request without it is refused, although the record lets it be absent. */
    boolean needed() default false;

    long min() default Long.MIN_VALUE;

    /** The largest number, or of a text or a list the longest length. */
    long max() default Long.MAX_VALUE;

    /** One sentence; the unit is taken from the field's name. */
    String about() default "";

    /** The allowed words. */
    String[] oneOf() default {};
}
