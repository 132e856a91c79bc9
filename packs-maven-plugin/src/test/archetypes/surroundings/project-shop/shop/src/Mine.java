class Mine {}
