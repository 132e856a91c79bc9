/** The domain model; generated, so change the answers and not this code. */
package com.acme.shop;
