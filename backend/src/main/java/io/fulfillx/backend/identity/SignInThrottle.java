package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.cache.Redis;
import io.fulfillx.backend.platform.crypto.Tokens;

import java.time.Duration;

/**
 * Counts failed attempts per name in Redis, shared by all processes; ten in ten minutes at most.
 */
final class SignInThrottle {
    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Redis redis;

    SignInThrottle(Redis redis) {
        this.redis = redis;
    }

    void refuseIfTooMany(String who) {
        if (redis.count(key(who)) >= MOST) {
            throw new Fault(
                    Fault.Code.TOO_MANY_ATTEMPTS,
                    "Too many failed attempts. Wait ten minutes and try again.");
        }
    }

    void failed(String who) {
        redis.increment(key(who), WINDOW);
    }

    private static String key(String who) {
        return "sign-in:" + Tokens.sha256(who);
    }
}
